package dev.frostbyte.hetzner;

import java.util.Optional;

/** Looks up the headers of an answer. */
@FunctionalInterface
interface HeaderValues {

  /** The value of the header of that name, in any case; empty when absent. */
  Optional<String> first(String name);
}
