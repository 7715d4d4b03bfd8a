/** People in front of browsers: what a visitor, an agent and an owner see and do. */
package io.dakenh.e2e.browser;
