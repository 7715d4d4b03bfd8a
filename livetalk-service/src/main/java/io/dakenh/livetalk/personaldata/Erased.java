package io.dakenh.livetalk.personaldata;

/** How much was forgotten. */
record Erased(
    long conversations,
    long messages,
    long files,
    long notes,
    long pages,
    long ratings,
    long searchEntries,
    long mails) {
  static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0, 0, 0);

  Erased plus(Erased other) {
    return new Erased(
        conversations + other.conversations,
        messages + other.messages,
        files + other.files,
        notes + other.notes,
        pages + other.pages,
        ratings + other.ratings,
        searchEntries + other.searchEntries,
        mails + other.mails);
  }
}
