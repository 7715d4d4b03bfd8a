/**
 * What operators install, checked before they do: {@link io.dakenh.deploy.Charts} renders the
 * charts with real Helm, {@link io.dakenh.deploy.Manifests} reads them as typed objects and refuses
 * what Kubernetes would ignore, {@link io.dakenh.deploy.ServiceKeys} knows from the sources which
 * configuration a service understands.
 */
@NullMarked
package io.dakenh.deploy;

import org.jspecify.annotations.NullMarked;
