package dev.frostbyte.api.spi;

/** Counts as an embedding model's tokenizer does. Thread-safe, deterministic. */
public interface TokenCounter {
  /** Tokens of this text, without prefixes and special tokens. */
  int count(String text);

  /** Most tokens a document text may have, prefixes and special tokens already taken off. */
  int limit();
}
