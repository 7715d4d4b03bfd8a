package io.dakenh.e2e.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.devstack.suite.SuiteClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The simulated Facebook and Zalo: their Pages and OAs, the dialogs a person clicks through, and
 * the customers who write. Whatever a test makes here has a name of its own.
 */
public final class Providers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String mark = UUID.randomUUID().toString().substring(24);

  private Providers(String base) {
    this.base = base;
  }

  /** Those of the suite a business is in. */
  public static Providers of(Business business) {
    return new Providers(
        "http://127.0.0.1:" + business.suite().part("simulators").path("port").asInt());
  }

  /** A Page or an OA. */
  public record Place(String provider, String id, String name) {}

  /** A Page that the person of the dialog manages. */
  public Place page(String name) {
    return made("facebook", "pages", name);
  }

  /** An OA that the person of the dialog manages. */
  public Place officialAccount(String name) {
    return made("zalo", "oas", name);
  }

  private Place made(String provider, String kind, String name) {
    String id = Long.toString(9_000_000_000_000_000L + (UUID.randomUUID().hashCode() & 0x7fffffff));
    Place place = new Place(provider, id, name + " " + mark);
    post(provider + "/" + kind, SuiteClient.object().put("id", id).put("name", place.name()));
    return place;
  }

  /** Allows everything for all Pages in Facebook's dialog, which the browser shows. */
  public void approveFacebook(Page browser) {
    browser.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tiếp tục")).click();
  }

  /** Refuses in Facebook's dialog. */
  public void denyFacebook(Page browser) {
    browser.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Huỷ")).click();
  }

  /** Chooses the OA and allows everything in Zalo's dialog, which the browser shows. */
  public void approveZalo(Page browser, Place oa) {
    browser
        .locator("label")
        .filter(new Locator.FilterOptions().setHasText(oa.name()))
        .getByRole(AriaRole.RADIO)
        .check();
    browser.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cho phép")).click();
  }

  /** The next message to this Page's customers is refused once, for no fault of theirs. */
  public void refuseOnce(Place page) {
    post(
        "faults",
        SuiteClient.object()
            .put("endpoint", "POST /fb/[^/]+/" + page.id() + "/messages$")
            .put("times", 1)
            .put("error", 3));
  }

  /** A customer of a Page or OA. */
  public Customer customer(Place place, String name) {
    return new Customer(
        place,
        Long.toString(7_000_000_000_000_000L + (UUID.randomUUID().hashCode() & 0x7fffffff)),
        name);
  }

  /** Someone who writes to a Page or OA. */
  public final class Customer {
    private final Place place;
    private final String id;
    private final String name;

    private Customer(Place place, String id, String name) {
      this.place = place;
      this.id = id;
      this.name = name;
    }

    /** What agents see. */
    public String name() {
      return name;
    }

    /** Writes. */
    public void says(String text) {
      act(SuiteClient.object().put("act", "text").put("text", text));
    }

    /** Sends a picture without words. */
    public void sendsPicture() {
      act(SuiteClient.object().put("act", "media").put("kind", "image"));
    }

    /** Comments on a post of the Page. */
    public void comments(String text) {
      act(SuiteClient.object().put("act", "comment").put("text", text));
    }

    /** May get so many free messages from now on, and so many again whenever they write. */
    public void takesFreeMessages(int count) {
      act(SuiteClient.object().put("act", "free-replies").put("count", count));
    }

    /** Has read everything. */
    public void readsAll() {
      act(SuiteClient.object().put("act", "read"));
    }

    /** Waits until the customer got a message with these words. */
    public void awaitReceived(String text) {
      await(name + " gets: " + text)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> received().contains(text));
    }

    /** What the business sent, in order. */
    public List<String> received() {
      List<String> texts = new ArrayList<>();
      for (JsonNode account : get("state").path(place.provider())) {
        for (JsonNode customer : account.path("customers")) {
          if (account.path("id").asText().equals(place.id())
              && customer.path("id").asText().equals(id)) {
            for (JsonNode line : customer.path("lines")) {
              if (!line.path("mine").asBoolean()) {
                texts.add(line.path("text").asText());
              }
            }
          }
        }
      }
      return texts;
    }

    private void act(ObjectNode order) {
      post(
          place.provider() + "/act",
          order.put("account", place.id()).put("customer", id).put("name", name));
    }
  }

  private void post(String order, ObjectNode body) {
    send(
        HttpRequest.newBuilder(URI.create(base + "/_control/" + order))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode get(String what) {
    try {
      return JSON.readTree(
          send(HttpRequest.newBuilder(URI.create(base + "/_control/" + what)).GET()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new AssertionError("the simulators say " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopping);
    }
  }
}
