package io.dakenh.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Helm rendered: trees, and typed objects that have no place for a property Kubernetes does
 * not know or a value of another type.
 */
record Manifests(List<JsonNode> documents) {
  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.ofEntries(
          Map.entry("v1/Secret", Secret.class),
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("v1/Pod", Pod.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class));

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .setAnnotationIntrospector(new NoOtherProperties());

  /** The types collect what they do not know; without that place it is an error. */
  private static final class NoOtherProperties extends JacksonAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  static Manifests read(String rendered) {
    return new Manifests(Yaml.documents(rendered));
  }

  /** {@code apiVersion/kind} of a document. */
  static String kind(JsonNode document) {
    return document.path("apiVersion").asText() + "/" + document.path("kind").asText();
  }

  static boolean typed(JsonNode document) {
    return TYPES.containsKey(kind(document));
  }

  /** A document as its type; fails when the type has no place for something in it. */
  static HasMetadata object(JsonNode document) {
    try {
      return STRICT.treeToValue(document, TYPES.get(kind(document)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          kind(document) + " " + document.at("/metadata/name").asText() + ": " + e.getMessage(), e);
    }
  }

  /** All objects of a type. */
  <T extends HasMetadata> List<T> all(Class<T> type) {
    return documents.stream()
        .filter(each -> TYPES.get(kind(each)) == type)
        .map(each -> type.cast(object(each)))
        .toList();
  }

  /** The object of this type and name. */
  <T extends HasMetadata> T one(Class<T> type, String name) {
    return all(type).stream()
        .filter(each -> each.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type + " " + name));
  }

  /** Documents of a kind, typed or not. */
  List<JsonNode> ofKind(String kind) {
    return documents.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
  }

  /** What all pods are made of. */
  List<PodSpec> pods() {
    return Stream.of(
            all(Deployment.class).stream().map(each -> each.getSpec().getTemplate().getSpec()),
            all(StatefulSet.class).stream().map(each -> each.getSpec().getTemplate().getSpec()),
            all(Pod.class).stream().map(Pod::getSpec))
        .flatMap(each -> each)
        .toList();
  }

  /** The service's own container. */
  Container container(ServiceChart service) {
    return one(Deployment.class, "dakenh-" + service.chart())
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst();
  }
}
