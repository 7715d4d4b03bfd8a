package io.dakenh.livetalk.support;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client that does what no browser would: it may refuse to read, and it shows the whole answer to
 * an upgrade.
 */
public final class RawSocket implements AutoCloseable {
  private static final int SMALL = 4_096;
  private static final int CLOSE = 8;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  private RawSocket() throws IOException {
    socket.setReceiveBufferSize(SMALL);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), SMALL));
  }

  /** Status line, headers and body of the answer to an upgrade that is refused. */
  public static String refusal(String path, String headers) {
    try (RawSocket raw = new RawSocket()) {
      raw.request(path, headers);
      StringBuilder answer = new StringBuilder();
      int length = 0;
      for (String line = raw.line(); !line.isEmpty(); line = raw.line()) {
        answer.append(line).append('\n');
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      return answer
          .append(new String(raw.in.readNBytes(length), StandardCharsets.UTF_8))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An open socket of which nothing is read. */
  public static RawSocket stalled(String path, String token) {
    try {
      RawSocket raw = new RawSocket();
      raw.request(path, "Sec-WebSocket-Protocol: dakenh.v1, token." + token + "\r\n");
      String status = raw.line();
      while (!raw.line().isEmpty()) {
        // Headers are of no interest here.
      }
      if (!status.contains(" 101 ")) {
        throw new AssertionError("no upgrade: " + status);
      }
      return raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void request(String path, String headers) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Reads at last, and gives the code of the close frame. */
  public int closeCode() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
          length = in.readUnsignedShort();
        } else if (length == 127) {
          length = in.readLong();
        }
        if (opcode == CLOSE) {
          return in.readUnsignedShort();
        }
        in.skipNBytes(length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
