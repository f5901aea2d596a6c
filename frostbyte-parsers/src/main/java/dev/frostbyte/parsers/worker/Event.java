package dev.frostbyte.parsers.worker;

/** What the parent hears of a child. Immutable. */
sealed interface Event {
  /** A frame, checked as a frame; what it says is not checked yet. */
  record Arrived(Frame frame) implements Event {}

  /** Something that is no frame, or not the next one. */
  record Garbled() implements Event {}

  /** Nothing more will come. */
  record Ended() implements Event {}

  /** The document could not be read on our side. */
  record SourceFailed(Exception failure) implements Event {}

  /** Nothing came in the time allowed. */
  record Silent() implements Event {}
}
