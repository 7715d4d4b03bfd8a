package io.dakenh.benchmarks.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.suite.SuiteClient;
import java.util.UUID;

/**
 * A business made for one measurement, with one agent alone in a department, so that every
 * conversation goes to the agent it is meant for. One business per agent, because new visitors are
 * limited per business and address.
 */
record Business(String widgetKey, String ownerEmail, String agentEmail, String departmentId) {
  private static final String CONFIG = "/api/config/v1";
  private static final String PASSWORD = "Do-tai-2026-hoa-mai";

  static Business create(SuiteClient client, String operatorToken) {
    String suffix = suffix();
    String ownerEmail = ownerEmail(suffix);
    String widgetKey = register(client, operatorToken, suffix);
    String owner = client.personToken(ownerEmail, PASSWORD);
    String agentEmail = "agent-" + suffix + "@bench.example";
    return new Business(
        widgetKey, ownerEmail, agentEmail, department(client, owner, suffix, agentEmail));
  }

  static String suffix() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static String ownerEmail(String suffix) {
    return "owner-" + suffix + "@bench.example";
  }

  /** Registers one with an owner and nobody else; its widget key. */
  static String register(SuiteClient client, String operatorToken, String suffix) {
    ObjectNode tenant = SuiteClient.object().put("name", "Đo tải " + suffix);
    tenant
        .putObject("owner")
        .put("name", "Chủ " + suffix)
        .put("email", ownerEmail(suffix))
        .put("password", PASSWORD);
    return client
        .post(operatorToken, CONFIG + "/tenants", tenant)
        .successful()
        .body()
        .path("widgetKey")
        .asText();
  }

  private static String department(
      SuiteClient client, String owner, String suffix, String agentEmail) {
    ObjectNode agent =
        SuiteClient.object()
            .put("name", "Nhân viên " + suffix)
            .put("email", agentEmail)
            .put("role", "agent")
            .put("password", PASSWORD);
    ObjectNode department =
        SuiteClient.object()
            .put("name", "Bộ phận " + suffix)
            .put("allocationMode", "all")
            .put("passOnSeconds", 300)
            .put("totalSeconds", 3_600);
    department.putArray("agentIds").add(created(client, owner, "/staff", agent));
    return created(client, owner, "/departments", department);
  }

  private static String created(SuiteClient client, String owner, String path, ObjectNode body) {
    return client.post(owner, CONFIG + path, body).successful().body().path("id").asText();
  }

  /** A fresh token of the owner. */
  String ownerToken(SuiteClient client) {
    return client.personToken(ownerEmail, PASSWORD);
  }

  /** A fresh token of the agent. */
  String agentToken(SuiteClient client) {
    return client.personToken(agentEmail, PASSWORD);
  }
}
