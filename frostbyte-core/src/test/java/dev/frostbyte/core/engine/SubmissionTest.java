package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
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

  /** Places a scan leaves in doubt stay in doubt, however many there are. */
  @Test
  void keepsTheNumberAndKindOfEveryLossWhereTheyAreTooMany() {
    List<DroppedContent> losses = new ArrayList<>();
    for (int page = 1; page <= 3_000; page++) {
      losses.add(new DroppedContent("recognised-text", "LOW_CONFIDENCE", page, 2));
      losses.add(new DroppedContent("image", "NO_TEXT", page, 1));
    }
    List<DroppedContent> noted = submission().read(null, document(losses), List.of(), 0).dropped();
    assertThat(noted).hasSizeLessThanOrEqualTo(1_000).startsWith(losses.getFirst());
    assertThat(count(noted, "recognised-text")).isEqualTo(6_000);
    assertThat(count(noted, "image")).isEqualTo(3_000);
  }

  /** Kinds are names of a parser's own. */
  @Test
  void countsLossesOfMoreKindsThanThereIsRoomFor() {
    List<DroppedContent> losses = new ArrayList<>();
    for (int kind = 0; kind < 5_000; kind++) {
      losses.add(new DroppedContent("kind " + kind, "NOT_READ", 0, 1));
    }
    List<DroppedContent> noted = submission().read(null, document(losses), List.of(), 0).dropped();
    assertThat(noted).hasSize(1_000);
    assertThat(noted.stream().mapToInt(DroppedContent::count).sum()).isEqualTo(5_000);
    assertThat(count(noted, "further")).isEqualTo(4_001);
  }

  private static int count(List<DroppedContent> losses, String kind) {
    return losses.stream()
        .filter(loss -> loss.kind().equals(kind))
        .mapToInt(DroppedContent::count)
        .sum();
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
        Scan.NONE,
        null);
  }

  private static CanonicalDocument document() {
    return document(List.of());
  }

  private static CanonicalDocument document(List<DroppedContent> losses) {
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
        losses,
        List.of(),
        List.of());
  }
}
