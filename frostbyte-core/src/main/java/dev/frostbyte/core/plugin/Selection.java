package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.StageConfig;
import java.util.Set;

/**
 * A plugin chosen by name. Immutable.
 *
 * @param kind which kind
 * @param name which plugin
 * @param config what to open it with
 * @param turn when it is asked, where several are there for one thing
 */
public record Selection(StageKind kind, String name, StageConfig config, Turn turn) {
  /** A plugin that is the only one for what it does. */
  public Selection(StageKind kind, String name, StageConfig config) {
    this(kind, name, config, new Turn.First());
  }

  /** The same choice, opened with something else. */
  Selection with(StageConfig other) {
    return new Selection(kind, name, other, turn);
  }

  /** Whether it has a place in a chain of the pipeline. */
  public boolean inChain() {
    return !(turn instanceof Turn.Offered);
  }

  /** Whether it is the parser of this name, with a place in a chain of the pipeline. */
  public boolean parses(String parser) {
    return kind == StageKind.PARSER && name.equals(parser) && inChain();
  }

  /** When a parser is asked. */
  public sealed interface Turn {
    /** Before all others of its types. */
    record First() implements Turn {}

    /**
     * After those chosen before it.
     *
     * @param leastQuality readings below this are not good enough, 0 to 1
     * @param types those of its types it is asked for; empty for all
     */
    record Fallback(double leastQuality, Set<MediaType> types) implements Turn {
      /** Copies the set. */
      public Fallback {
        types = Set.copyOf(types);
      }

      boolean covers(MediaType type) {
        return types.isEmpty() || types.contains(type);
      }
    }

    /**
     * Only for tenants that chose it.
     *
     * @param types those of its types it is held for; empty for all
     */
    record Offered(Set<MediaType> types) implements Turn {
      /** Copies the set. */
      public Offered {
        types = Set.copyOf(types);
      }

      boolean covers(MediaType type) {
        return types.isEmpty() || types.contains(type);
      }
    }
  }
}
