package dev.frostbyte.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WordPieceOracleTest {
  private static WordPiece tokenizer;
  private static OracleTokenizer oracle;

  @BeforeAll
  static void open() throws IOException {
    tokenizer = TokenizerFile.read(ModelFiles.of(OnnxConfig.DEFAULT).tokenizer());
    oracle = OracleTokenizer.open();
  }

  @AfterAll
  static void close() {
    oracle.close();
  }

  @Test
  void readsEveryCodePointAsTheOracleDoes() {
    List<String> texts = new ArrayList<>();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (Character.getType(codePoint) != Character.SURROGATE) {
        texts.add("pay" + Character.toString(codePoint) + "Ment " + Character.toString(codePoint));
      }
    }
    requireEqual(texts);
  }

  @Test
  void readsLongWordsAsTheOracleDoes() {
    requireEqual(
        List.of("a".repeat(99), "a".repeat(100), "a".repeat(101), "\uD835\uDC00".repeat(100)));
  }

  @Test
  void readsRandomUnicodeAsTheOracleDoes() {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      texts.add(randomText(random));
    }
    requireEqual(texts);
  }

  @Test
  void readsTheRetrievalCorpusAsTheOracleDoes() throws IOException {
    Path corpus = SharedCorpus.require("retrieval");
    for (String name : List.of("cran/cran.all.1400", "cisi/CISI.ALL")) {
      requireEqual(List.of(Files.readString(corpus.resolve(name)).split("\n\\.[IWTAB]")));
    }
  }

  @Test
  void readsTheHostileTextsAsTheOracleDoes() throws IOException {
    Path corpus = SharedCorpus.require("safety");
    List<String> lines = Files.readAllLines(corpus.resolve("text.jsonl"));
    requireEqual(
        lines.stream().filter(line -> !line.matches(".*\\[(CLS|SEP|PAD|MASK|UNK)].*")).toList());
  }

  private static void requireEqual(List<String> texts) {
    for (int from = 0; from < texts.size(); from += 20_000) {
      List<String> part = texts.subList(from, Math.min(texts.size(), from + 20_000));
      List<int[]> expected = oracle.encode(part);
      for (int i = 0; i < part.size(); i++) {
        int[] tokens = tokenizer.encode(part.get(i));
        if (!Arrays.equals(tokens, expected.get(i))) {
          assertThat(tokens).as(escaped(part.get(i))).isEqualTo(expected.get(i));
        }
      }
    }
    assertThat(texts).isNotEmpty();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("tokens differ for ");
    text.codePoints().forEach(c -> out.append(Integer.toHexString(c)).append(' '));
    return out.toString();
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(randomCodePoint(random));
    }
    return text.toString();
  }

  private static int randomCodePoint(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> ' ';
      case 1, 2, 3 -> 'a' + random.nextInt(26);
      case 4 -> random.nextInt(0x80);
      case 5 -> random.nextInt(0x3100);
      case 6 -> random.nextInt(0xD800);
      default -> 0xE000 + random.nextInt(0x110000 - 0xE000);
    };
  }
}
