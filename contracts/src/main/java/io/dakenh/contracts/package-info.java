/**
 * What the services say to each other: one record per past-tense event, the topic it travels on,
 * and the CloudEvents type name. Read {@link io.dakenh.contracts.event.EventCatalog} first: it
 * lists every event of the suite.
 *
 * <p>Rules: a payload only ever gains optional fields, readers ignore what they do not know, a
 * breaking change is a new type version. Every released payload leaves a JSON sample in the tests,
 * and all old samples must keep parsing.
 */
@NullMarked
package io.dakenh.contracts;

import org.jspecify.annotations.NullMarked;
