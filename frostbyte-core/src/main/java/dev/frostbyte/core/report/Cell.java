package dev.frostbyte.core.report;

import dev.frostbyte.api.model.UntrustedText;

/** What stands in one place of a table. Immutable. */
sealed interface Cell {
  /** Words. */
  record Text(String text) implements Cell {}

  /** A file name, or another text of the sender: it stays text, whatever it says. */
  record Name(UntrustedText name) implements Cell {}

  /** One of the six outcomes. */
  record Badge(String outcome) implements Cell {}

  /** A number, or nothing. */
  record Number(String text) implements Cell {}

  /** A time, never broken. */
  record Time(String text) implements Cell {}

  /** A hash or an id, broken where there is no room for it. */
  record Hash(String text) implements Cell {}

  /** A code, never broken. */
  record Code(String text) implements Cell {}

  /** As a text without any form; what would turn or hide it is shown by number. */
  default String plain() {
    return switch (this) {
      case Text cell -> cell.text();
      case Name cell -> FileNames.plain(cell.name().value());
      case Badge cell -> cell.outcome();
      case Number cell -> cell.text();
      case Time cell -> cell.text();
      case Hash cell -> cell.text();
      case Code cell -> cell.text();
    };
  }
}
