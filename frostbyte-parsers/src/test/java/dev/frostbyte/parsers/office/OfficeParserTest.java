package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OfficeParserTest {
  private static final String TEXT = "<w:p><w:r><w:t>zebra</w:t></w:r></w:p>";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void isFoundUnderItsNamesAndTypes() {
    Map<Class<?>, List<String>> expected =
        Map.of(
            DocxParserProvider.class, List.of("docx", MediaType.DOCX.value()),
            XlsxParserProvider.class, List.of("xlsx", MediaType.XLSX.value()),
            PptxParserProvider.class, List.of("pptx", MediaType.PPTX.value()));
    List<Class<? extends ParserProvider>> found = new ArrayList<>();
    ServiceLoader.load(ParserProvider.class).stream().forEach(each -> found.add(each.type()));
    expected.forEach(
        (type, names) -> {
          assertThat(found).contains(type.asSubclass(ParserProvider.class));
          assertThat(type.getAnnotation(Stage.class).name()).isEqualTo(names.getFirst());
          assertThat(type.getAnnotation(Parses.class).types()).containsExactly(names.getLast());
          assertThat(type.getAnnotation(Parses.class).pureText()).isFalse();
        });
  }

  @Test
  void refusesConfigurationItDoesNotKnow() {
    StageConfig config = StageConfig.of(Map.of("x", "y"));
    for (ParserProvider provider :
        List.of(new DocxParserProvider(), new XlsxParserProvider(), new PptxParserProvider())) {
      assertThatThrownBy(() -> provider.open(config)).isInstanceOf(FrostbyteException.class);
    }
  }

  @Test
  void refusesWhatIsNoOfficeFile() throws IOException {
    OfficeFile file = OfficeFile.word(TEXT);
    byte[] good = file.bytes();
    refuses(file, new byte[0], ProblemCode.FILE_CORRUPTED);
    refuses(file, new byte[] {'P', 'K', 3, 4}, ProblemCode.FILE_CORRUPTED);
    refuses(file, Arrays.copyOf(good, good.length / 2), ProblemCode.FILE_CORRUPTED);
    refuses(
        file, OfficeFile.word(TEXT).raw("_rels/.rels", "<a/>").bytes(), ProblemCode.FILE_CORRUPTED);
    refuses(OfficeFile.word("").raw("word/document.xml", "<a>"), ProblemCode.FILE_CORRUPTED);
    refuses(OfficeFile.word("").raw("word/document.xml", "<a/>"), ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void refusesEncryptedAndOldBinaryFiles() throws IOException {
    byte[] magic = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
    encrypted.write(magic);
    encrypted.write(new byte[1000]);
    encrypted.write("EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
    OfficeFile file = OfficeFile.word(TEXT);
    refuses(file, encrypted.toByteArray(), ProblemCode.FILE_ENCRYPTED);
    refuses(file, Arrays.copyOf(magic, 2000), ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void refusesAnEncryptedEntry() throws IOException {
    byte[] bytes = OfficeFile.word(TEXT).bytes();
    for (int i = 0; i + 10 < bytes.length; i++) {
      boolean directory =
          bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
      if (directory) {
        bytes[i + 8] |= 1;
      }
    }
    refuses(OfficeFile.word(TEXT), bytes, ProblemCode.FILE_ENCRYPTED);
  }

  @Test
  void refusesADtdWhateverItDeclares() throws IOException {
    String document =
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
            + TEXT
            + "</w:body></w:document>";
    OfficeFile without = OfficeFile.word("").raw("word/document.xml", document);
    assertThat(Shown.of(without.blocks())).containsExactly("p zebra");
    for (String dtd :
        List.of(
            "<!DOCTYPE a>",
            "<!DOCTYPE a [<!ENTITY x 'xx'>]>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>")) {
      OfficeFile with = OfficeFile.word("").raw("word/document.xml", dtd + document);
      refuses(with, ProblemCode.FILE_CORRUPTED);
    }
  }

  @Test
  void refusesTwoPartsOfOneName() throws IOException {
    OfficeFile file =
        OfficeFile.word(TEXT)
            .part("WORD/Document.XML", "w:document", "<w:body>" + TEXT + "</w:body>");
    refuses(file, ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void stopsAtEveryBudget() throws IOException {
    stops("maxEntries", limits(5_000, 500_000, 50_000, 1, 1 << 30, 200, 200), TEXT);
    stops("maxElements", limits(5_000, 1, 50_000, 100, 1 << 30, 200, 200), TEXT + TEXT);
    stops("maxCharacters", limits(5_000, 500_000, 9, 100, 1 << 30, 200, 200), TEXT + TEXT);
    stops("maxInflatedBytes", limits(5_000, 500_000, 50_000, 100, 100, 200, 200), TEXT);
    String wide = "<w:p><w:r><w:t>" + "a".repeat(2 << 20) + "</w:t></w:r></w:p>";
    stops("maxInflationRatio", limits(5_000, 500_000, 50_000_000, 100, 1 << 30, 200, 200), wide);
  }

  @Test
  void stopsAtItsDepthAndNeverOverflowsTheStack() throws IOException {
    String deep = "<w:tbl><w:tr><w:tc>".repeat(20_000) + "</w:tc></w:tr></w:tbl>".repeat(20_000);
    for (int depth : new int[] {200, Integer.MAX_VALUE}) {
      stops("maxDepth", limits(5_000, 500_000, 50_000, 100, 1 << 30, 100_000, depth), deep);
    }
    String nested =
        "<w:tbl><w:tr><w:tc><w:p/>".repeat(60) + TEXT + "</w:tc></w:tr></w:tbl>".repeat(60);
    assertThat(Shown.of(OfficeFile.word(nested).blocks())).containsExactly("p zebra");
  }

  @Test
  void letsWhatTheSinkThrowsPass() throws IOException {
    try (DocumentParser parser = new DocxParserProvider().open(StageConfig.none())) {
      DocumentSource source = DocumentSource.of(OfficeFile.word(TEXT).bytes());
      assertThatThrownBy(
              () ->
                  parser.parse(
                      source,
                      MediaType.DOCX,
                      ParseLimits.DEFAULT,
                      block -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }

  @Test
  void endsEveryDamagedFileWithAnAnswer() throws IOException {
    OfficeFile file =
        OfficeFile.word(TEXT.repeat(50))
            .part("word/styles.xml", "w:styles", "<w:style w:styleId='x'/>")
            .relate("word/document.xml", "s", "styles", "word/styles.xml");
    byte[] good = file.bytes();
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      refused += file.read(bad).result() instanceof ParseResult.Refused ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void saysNothingOfTheTextWhenItRefuses() throws IOException {
    OfficeFile file = OfficeFile.word("").raw("word/document.xml", "<zebra><zebra>zebra</yak>");
    OfficeFile.Reading reading = file.read(file.bytes());
    assertThat(reading.result().toString()).doesNotContain("zebra", "yak");
  }

  @Test
  void printsNothingWhateverIsBroken() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    byte[] good = OfficeFile.word(TEXT.repeat(5)).bytes();
    Random random = new Random(4);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (String content :
          List.of("\u00ff", "<zebra", "<a><zebra></a>", "<a b='1' b='2'/>", "<?xml?>")) {
        OfficeFile file = OfficeFile.word("").raw("word/document.xml", content);
        file.read(file.bytes());
      }
      for (int i = 0; i < 500; i++) {
        byte[] bad = good.clone();
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        OfficeFile.word(TEXT).read(bad);
      }
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void readsPartsInUtf16AndWithAByteOrderMark() throws IOException {
    OfficeFile file = OfficeFile.word(TEXT);
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_8)) {
      OfficeFile other = OfficeFile.word(TEXT).charset(charset, "\ufeff");
      assertThat(other.blocks()).isEqualTo(file.blocks());
    }
  }

  @Test
  void givesTheSameBlocksToManyCallersAtOnce() throws Exception {
    byte[] bytes = OfficeFile.word(TEXT.repeat(200)).bytes();
    try (DocumentParser parser = new DocxParserProvider().open(StageConfig.none());
        ExecutorService callers = Executors.newFixedThreadPool(4)) {
      Callable<List<Block>> call =
          () -> {
            List<Block> blocks = new ArrayList<>();
            parser.parse(
                DocumentSource.of(bytes), MediaType.DOCX, ParseLimits.DEFAULT, blocks::add);
            return blocks;
          };
      List<Block> alone = call.call();
      assertThat(alone).hasSize(200);
      for (Future<List<Block>> answer : callers.invokeAll(List.of(call, call, call, call))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  private static void stops(String limit, ParseLimits limits, String body) {
    OfficeFile file = OfficeFile.word(body).limits(limits);
    assertThatThrownBy(() -> file.read(file.bytes()))
        .isInstanceOfSatisfying(
            BudgetReachedException.class, e -> assertThat(e.limit()).isEqualTo(limit));
  }

  private static void refuses(OfficeFile file, ProblemCode code) throws IOException {
    refuses(file, file.bytes(), code);
  }

  private static void refuses(OfficeFile file, byte[] bytes, ProblemCode code) throws IOException {
    assertThat(file.read(bytes).result())
        .isInstanceOfSatisfying(
            ParseResult.Refused.class, r -> assertThat(r.problem().code()).isEqualTo(code));
  }

  private static ParseLimits limits(
      int pages, int elements, long characters, int entries, long inflated, int ratio, int depth) {
    return new ParseLimits(pages, elements, characters, entries, inflated, ratio, depth, MINUTE);
  }
}
