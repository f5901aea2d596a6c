package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.policy.Scan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionTest {
  private static final ContentHash HASH = ContentHash.of(new byte[0]);

  /** A person who decides by what is noted must know of every rule. */
  @Test
  void notesEveryRuleHoweverManyPlacesThereAre() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      findings.add(finding("common", i));
    }
    findings.add(finding("rare", 3_000));
    List<Finding> noted = submission().read(null, document(), findings, 0).findings();
    assertThat(noted).hasSize(1_000).contains(findings.getLast());
    assertThat(noted).isSubsetOf(findings).startsWith(findings.getFirst());
  }

  @Test
  void notesAllOfFew() {
    List<Finding> findings = List.of(finding("a", 1), finding("b", 2), finding("a", 3));
    assertThat(submission().read(null, document(), findings, 0).findings()).isEqualTo(findings);
  }

  private static Finding finding(String rule, int at) {
    Span span = Span.of(TextName.ORIGINAL, at, at + 1);
    return new Finding("inspector", rule, "override", Finding.Kind.INSTRUCTION, 0.9, span);
  }

  private static Submission submission() {
    return new Submission(
        new BatchId("batch"),
        new SubmissionId("sub_" + "0".repeat(32)),
        "file-1",
        UntrustedText.of("a.md"),
        "text/markdown",
        1,
        HASH,
        Scan.NONE);
  }

  private static CanonicalDocument document() {
    return new CanonicalDocument(
        MediaType.TEXT,
        HASH,
        "parser/1",
        CanonicalDocument.UNDETERMINED,
        0,
        List.of(),
        true,
        new Completeness(0, 0, 0, 0),
        UntrustedText.EMPTY,
        UntrustedText.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
