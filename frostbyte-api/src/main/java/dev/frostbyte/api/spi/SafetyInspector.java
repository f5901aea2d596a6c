package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Finding;
import java.util.List;

/**
 * Looks for what must not pass: instructions to machines, hidden text, personal data. Points at
 * places, never quotes; decides nothing, since policy does. Thread-safe, deterministic. An
 * exception stops the document, never lets it pass.
 */
public interface SafetyInspector extends AutoCloseable {
  /** Findings in order of place. */
  List<Finding> inspect(InspectionTarget target);

  @Override
  default void close() {}
}
