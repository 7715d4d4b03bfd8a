package io.dakenh.config.checklist;

/**
 * What is left to do. Whether a Page is linked is known by the channel service.
 *
 * @param open whether it is shown; false for businesses an operator made, and once put away
 * @param websiteSeen whether a website other than ours showed the widget
 * @param colleagues whether there is anybody beside the first owner
 */
record ChecklistView(boolean open, boolean websiteSeen, boolean colleagues) {}
