package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.core.Review;

/** Who found something in a document that waits, as JSON and as text. */
final class DetectorLine {
  private DetectorLine() {}

  static ObjectNode json(Review.Detector detector) {
    return Json.object()
        .put("name", detector.name())
        .put("version", detector.version())
        .put("current", detector.current());
  }

  static String text(Review.Detector detector) {
    String version = detector.version().isEmpty() ? "" : " " + detector.version();
    String now =
        detector.current() ? "" : "; another one is configured now, which may find other things";
    return "Found by " + detector.name() + version + now;
  }
}
