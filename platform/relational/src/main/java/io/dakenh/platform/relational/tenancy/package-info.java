/** Tenant discriminator of Hibernate, from the request or the bound scope. */
@NullMarked
package io.dakenh.platform.relational.tenancy;

import org.jspecify.annotations.NullMarked;
