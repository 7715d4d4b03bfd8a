/**
 * Erases a business from a service's database. The service names what is to go in {@link
 * io.dakenh.platform.relational.erasure.TenantTables}; {@link
 * io.dakenh.platform.relational.erasure.TenantErasure} writes the request down, removes the rows in
 * bounded transactions, each of which says in the same commit how far it got, and answers with what
 * it removed. The row of the request stays for good: the inbox passes over whatever is heard of
 * that business later.
 */
@NullMarked
package io.dakenh.platform.relational.erasure;

import org.jspecify.annotations.NullMarked;
