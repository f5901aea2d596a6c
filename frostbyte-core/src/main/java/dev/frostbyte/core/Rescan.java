package dev.frostbyte.core;

import dev.frostbyte.api.model.DocumentOutcome;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the documents that were served when they were checked again. Immutable.
 *
 * @param documents how many were served
 * @param current how many had been read under this very configuration and were left alone
 * @param outcomes how many of the others ended how, by {@link DocumentOutcome#word}
 */
public record Rescan(int documents, int current, SortedMap<String, Integer> outcomes) {
  /** Copies the map. */
  public Rescan {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }
}
