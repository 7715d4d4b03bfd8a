package io.dakenh.benchmarks.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.suite.SuiteClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A business made for one measurement: each agent alone in a department of their own, so that every
 * conversation goes to the agent it is meant for.
 */
record Business(String widgetKey, List<Desk> desks) {
  private static final String CONFIG = "/api/config/v1";
  private static final String PASSWORD = "Do-tai-2026-hoa-mai";

  /** An agent and the department only they are in. */
  record Desk(String email, String departmentId) {
    String token(SuiteClient client) {
      return client.personToken(email, PASSWORD);
    }
  }

  static Business create(SuiteClient client, String operatorSecret, int agents) {
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    String ownerEmail = "owner-" + suffix + "@bench.example";
    ObjectNode tenant = SuiteClient.object().put("name", "Đo tải " + suffix);
    tenant
        .putObject("owner")
        .put("name", "Chủ " + suffix)
        .put("email", ownerEmail)
        .put("password", PASSWORD);
    String operator = client.machineToken("dakenh-operator", operatorSecret);
    String widgetKey =
        client
            .post(operator, CONFIG + "/tenants", tenant)
            .successful()
            .body()
            .path("widgetKey")
            .asText();
    String owner = client.personToken(ownerEmail, PASSWORD);
    List<Desk> desks = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      desks.add(desk(client, owner, i + "-" + suffix));
    }
    return new Business(widgetKey, List.copyOf(desks));
  }

  private static Desk desk(SuiteClient client, String owner, String suffix) {
    String email = "agent-" + suffix + "@bench.example";
    String agentId =
        client
            .post(
                owner,
                CONFIG + "/staff",
                SuiteClient.object()
                    .put("name", "Nhân viên " + suffix)
                    .put("email", email)
                    .put("role", "agent")
                    .put("password", PASSWORD))
            .successful()
            .body()
            .path("id")
            .asText();
    ObjectNode department =
        SuiteClient.object()
            .put("name", "Bộ phận " + suffix)
            .put("allocationMode", "all")
            .put("passOnSeconds", 300)
            .put("totalSeconds", 3_600);
    department.putArray("agentIds").add(agentId);
    String departmentId =
        client
            .post(owner, CONFIG + "/departments", department)
            .successful()
            .body()
            .path("id")
            .asText();
    return new Desk(email, departmentId);
  }
}
