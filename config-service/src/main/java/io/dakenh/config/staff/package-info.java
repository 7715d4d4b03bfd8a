/** People of a business: owners and agents, in our documents and, following them, in Keycloak. */
@NullMarked
package io.dakenh.config.staff;

import org.jspecify.annotations.NullMarked;
