package dev.frostbyte.parsers.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what comes back of it that is no answer. */
final class ServiceTest {
  private final MockWebServer server = new MockWebServer();
  private final Recording recording = new Recording();

  @BeforeEach
  void starts() throws IOException {
    server.start();
  }

  @AfterEach
  void stops() {
    server.close();
  }

  @Test
  void postsAFormWithTheOptionsBesideTheFile() throws Exception {
    enqueue(Answers.recorded("docling-success.json"));
    assertThat(docling(Map.of("ocrLanguages", "en,de"))).isInstanceOf(ParseResult.Complete.class);
    RecordedRequest sent = server.takeRequest();
    String boundary = Objects.requireNonNull(sent.getHeaders().get("Content-Type"));
    String body = Objects.requireNonNull(sent.getBody()).utf8();
    assertThat(sent.getTarget()).isEqualTo("/base/v1/convert/file");
    assertThat(boundary).matches("multipart/form-data; boundary=frostbyte-[0-9a-f]{48}");
    assertThat(body)
        .startsWith("--" + boundary.substring(boundary.indexOf('=') + 1) + "\r\n")
        .contains("name=\"to_formats\"\r\n\r\njson\r\n")
        .contains("name=\"from_formats\"\r\n\r\npdf\r\n")
        .contains("name=\"ocr_lang\"\r\n\r\nen\r\n", "name=\"ocr_lang\"\r\n\r\nde\r\n")
        .contains("name=\"table_mode\"\r\n\r\naccurate\r\n")
        .contains("name=\"files\"; filename=\"document.pdf\"\r\nContent-Type: application/pdf")
        .contains("\r\n\r\n%PDF-\r\n--")
        .endsWith("--\r\n");
  }

  @Test
  void asksUnstructuredForCoordinatesAndTables() throws Exception {
    enqueue(Answers.recorded("unstructured-elements.json"));
    assertThat(unstructured()).isInstanceOf(ParseResult.Complete.class);
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo("/base/general/v0/general");
    assertThat(Objects.requireNonNull(sent.getBody()).utf8())
        .contains("name=\"strategy\"\r\n\r\nhi_res\r\n")
        .contains("name=\"coordinates\"\r\n\r\ntrue\r\n")
        .contains("name=\"skip_infer_table_types\"\r\n\r\n[]\r\n");
  }

  @Test
  void aStatusSaysWhoseFaultItIs() throws Exception {
    for (Map.Entry<Integer, ProblemCode> expected :
        new TreeMap<>(
                Map.of(
                    302, ProblemCode.EGRESS_FAILED,
                    401, ProblemCode.EGRESS_FAILED,
                    422, ProblemCode.PARSER_ERROR,
                    429, ProblemCode.EGRESS_FAILED,
                    500, ProblemCode.PARSER_ERROR,
                    503, ProblemCode.EGRESS_FAILED,
                    504, ProblemCode.PARSER_TIMEOUT))
            .entrySet()) {
      server.enqueue(
          new MockResponse.Builder()
              .code(expected.getKey())
              .setHeader("Location", server.url("/elsewhere"))
              .body("{\"detail\":\"SECRET\"}")
              .build());
      assertThat(docling(Map.of()))
          .isInstanceOfSatisfying(
              ParseResult.Refused.class,
              refused -> {
                assertThat(refused.problem().code()).isEqualTo(expected.getValue());
                assertThat(refused.problem().message()).doesNotContain("SECRET");
              });
    }
    assertThat(server.getRequestCount()).isEqualTo(7);
  }

  @Test
  void aServiceThatIsSlowOrSaysTooMuchGivesNoAnswer() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThatIOException().isThrownBy(() -> docling(Map.of("timeout", "PT0.2S")));
    enqueue(new byte[1_001]);
    assertThatIOException().isThrownBy(() -> docling(Map.of("answerBytes", "1000")));
    assertThat(recording.blocks()).isEmpty();
  }

  @Test
  void sendsTheSameBytesForTheSameFile() {
    byte[] file = "file".getBytes(StandardCharsets.UTF_8);
    Form one = Form.of(List.of(new Form.Field("a", "b")), MediaType.DOCX, file);
    Form two = Form.of(List.of(new Form.Field("a", "b")), MediaType.DOCX, file);
    assertThat(one.body()).isEqualTo(two.body());
    assertThat(new String(one.body(), StandardCharsets.UTF_8)).contains("\"document.docx\"");
  }

  private ParseResult docling(Map<String, String> more) throws IOException {
    Map<String, String> config = new TreeMap<>(more);
    config.put("url", server.url("/base/").toString());
    try (RemoteParser parser = new DoclingServeProvider().open(StageConfig.of(config))) {
      return parse(parser);
    }
  }

  private ParseResult unstructured() throws IOException {
    Map<String, String> config =
        Map.of("url", server.url("/base").toString(), "strategy", "hi_res");
    try (RemoteParser parser = new UnstructuredProvider().open(StageConfig.of(config))) {
      return parse(parser);
    }
  }

  private ParseResult parse(RemoteParser parser) throws IOException {
    DocumentSource source = DocumentSource.of("%PDF-".getBytes(StandardCharsets.UTF_8));
    return parser.parse(source, MediaType.PDF, ParseLimits.DEFAULT, new Wire(), recording);
  }

  private void enqueue(byte[] body) {
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(body)).build());
  }
}
