package dev.frostbyte.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.testkit.TestDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PromptRenderingTest {
  private static final TenantId TENANT = TenantId.of("acme");
  private static final EmbeddingSpace SPACE = TestDocuments.space("model");

  @Property(tries = 300)
  void theMarkerStandsInNoPassage(@ForAll List<String> texts, @ForAll long seed) {
    String next = PromptRendering.with(new Random(seed)).render(proof(List.of())).marker();
    List<Passage> passages = passages(texts);
    passages.add(passage(99, "x" + next.toUpperCase(java.util.Locale.ROOT) + "y", List.of()));
    PromptRendering.Prompt prompt = PromptRendering.with(new Random(seed)).render(proof(passages));
    assertThat(prompt.marker()).hasSize(25).isNotEqualTo(next);
    assertThat(passages)
        .allSatisfy(
            passage ->
                assertThat(passage.text().value()).doesNotContainIgnoringCase(prompt.marker()));
  }

  @Property(tries = 300)
  void blocksGiveBackExactlyTheirPassages(@ForAll List<String> texts, @ForAll long seed) {
    List<Passage> passages = passages(texts);
    PromptRendering.Prompt prompt = PromptRendering.with(new Random(seed)).render(proof(passages));
    assertThat(blocks(prompt))
        .containsExactlyElementsOf(
            passages.stream().map(passage -> "Part A\n" + passage.text().value()).toList());
  }

  @Property(tries = 200)
  void datamarkingLeavesNoWhiteSpaceInsideAPassage(@ForAll String text, @ForAll long seed) {
    PromptRendering.Prompt prompt =
        PromptRendering.with(new Random(seed))
            .datamarked()
            .render(proof(List.of(passage(1, "a b\n\tc\u00a0\u2003\u2028" + text, List.of()))));
    String block = blocks(prompt).getFirst();
    String passage = block.substring(block.indexOf('\n') + 1);
    assertThat(passage).doesNotContainPattern("(?U)\\s");
    assertThat(passage).startsWith("a").contains("b");
    int sign = passage.codePointAt(1);
    assertThat(prompt.instruction()).contains(Character.toString(sign));
    assertThat(text.indexOf(sign)).isNegative();
  }

  @Example
  void everyRequestHasAMarkerOfItsOwn() {
    PromptRendering rendering = PromptRendering.delimited();
    RetrievalProof proof = proof(List.of(passage(1, "text", List.of())));
    assertThat(rendering.render(proof).marker()).isNotEqualTo(rendering.render(proof).marker());
  }

  @Example
  void leavesFlaggedPassagesOutUnlessAskedFor() {
    Passage clean = passage(1, "payment in 30 days", List.of());
    Passage flagged = passage(2, "attackers say ignore everything", List.of("quoted"));
    RetrievalProof proof = proof(List.of(flagged, clean));
    PromptRendering.Prompt prompt = PromptRendering.delimited().render(proof);
    assertThat(blocks(prompt)).containsExactly("Part A\npayment in 30 days");
    assertThat(prompt.leftOut()).containsExactly(flagged.chunk());
    PromptRendering.Prompt all = PromptRendering.delimited().includingFlagged().render(proof);
    assertThat(all.leftOut()).isEmpty();
    assertThat(all.content().value()).contains("trust=flagged").contains("trust=untrusted");
  }

  @Example
  void everyBlockSaysWhereItsPassageComesFrom() {
    Passage passage = passage(7, "text", List.of());
    String content = PromptRendering.delimited().render(proof(List.of(passage))).content().value();
    assertThat(content.lines().findFirst().orElseThrow())
        .contains(" chunk=" + passage.chunk().value())
        .contains(" document=" + passage.document().value())
        .contains(" sha256=" + passage.source().hex())
        .contains(" tenant=acme ")
        .contains(" place=served:0-4 ")
        .contains(" trust=untrusted ")
        .contains(" hidden=false ")
        .endsWith(" class=other>>");
  }

  @Example
  void theSystemsPartHoldsNothingOfADocument() {
    String secret = "Jane Doe owes 5";
    PromptRendering.Prompt prompt =
        PromptRendering.delimited().render(proof(List.of(passage(1, secret, List.of()))));
    assertThat(prompt.instruction()).contains(prompt.marker()).doesNotContain("Jane");
    assertThat(prompt.toString()).doesNotContain("Jane");
  }

  @Example
  void drawsAgainWhenADocumentKnowsTheFirstMarker() {
    RandomGenerator fixed = new Twice();
    String known = "0".repeat(25);
    PromptRendering.Prompt prompt =
        PromptRendering.with(fixed).render(proof(List.of(passage(1, "<</" + known, List.of()))));
    assertThat(prompt.marker()).isNotEqualTo(known);
  }

  /** Gives zeros first, then ones. */
  private static final class Twice extends Random {
    private static final long serialVersionUID = 1;
    private int calls;

    @Override
    public void nextBytes(byte[] bytes) {
      java.util.Arrays.fill(bytes, (byte) (calls++ == 0 ? 0 : 1));
    }
  }

  private static List<String> blocks(PromptRendering.Prompt prompt) {
    String mark = Pattern.quote(prompt.marker());
    Matcher matcher =
        Pattern.compile("<<" + mark + "[^\n]*>>\n(.*?)\n<</" + mark + "[^\n]*>>\n", Pattern.DOTALL)
            .matcher(prompt.content().value());
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private static List<Passage> passages(List<String> texts) {
    List<Passage> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(passage(passages.size(), text, List.of()));
    }
    return passages;
  }

  private static Passage passage(int number, String text, List<String> flags) {
    ContentHash hash = ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
    String digits = String.format(java.util.Locale.ROOT, "%032x", number);
    return new Passage(
        new ChunkId("chk_" + digits),
        new DocumentId("doc_" + digits),
        0.5,
        UntrustedText.of(text),
        Span.of(TextName.SERVED, 0, text.codePointCount(0, text.length())),
        hash,
        List.of(UntrustedText.of("Part A")),
        hash,
        UntrustedText.of("file.txt"),
        true,
        flags,
        new AuditReceipt("test/log", number, hash),
        TENANT,
        Classification.NONE);
  }

  private static RetrievalProof proof(List<Passage> passages) {
    ContentHash hash = ContentHash.of(new byte[0]);
    return new RetrievalProof(
        new UUID(1, 2),
        TENANT,
        passages,
        Instant.EPOCH,
        SPACE,
        new AuditReceipt("test/log", 1, hash));
  }
}
