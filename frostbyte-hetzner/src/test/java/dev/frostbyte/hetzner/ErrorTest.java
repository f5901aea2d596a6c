package dev.frostbyte.hetzner;

import static dev.frostbyte.hetzner.FakeApi.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ErrorTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void knowsTheCode(ErrorCode code) {
    String wire = code.name().toLowerCase(Locale.ROOT);
    HetznerError.Refused error = refused(Answers.json(400, Answers.envelope(wire, "why")));
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).contains(wire, "400", "why", code.advice());
  }

  @Test
  void keepsAnUnknownCode() {
    HetznerError.Refused error = refused(Answers.json(422, Answers.envelope("no_such-code.1", "")));
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(error.rawCode()).isEqualTo("no_such-code.1");
    assertThat(error.retryable()).isFalse();
  }

  @Test
  void limitsWhatItRepeatsOfTheOtherSide() {
    String code = "evil\n\u202e code" + "x".repeat(500);
    String message = "line1\r\nline2 \u001b[31m" + "y".repeat(5000);
    HetznerError.Refused error = refused(Answers.json(400, Answers.envelope(code, message)));
    assertThat(error.rawCode()).hasSize(64).matches("[A-Za-z0-9_.?-]+").startsWith("evil???code");
    assertThat(error.detail()).hasSize(200).matches("[ -~]+").startsWith("line1??line2 ?[31m");
  }

  @Test
  void namesFieldsAndLimitsAtFault() {
    HetznerError.Refused error =
        refused(
            Answers.json(
                422,
                """
                {"error":{"code":"invalid_input","message":"m","details":{
                  "fields":[{"name":"ip_range","messages":["bad"]}],
                  "limits":[{"name":"project_limit"}]}}}"""));
    assertThat(error.fields()).containsExactly("ip_range", "project_limit");
    assertThat(error.message()).contains("at ip_range, project_limit");
  }

  @Test
  void ignoresMalformedDetails() {
    HetznerError.Refused error =
        refused(
            Answers.json(422, "{\"error\":{\"code\":\"locked\",\"details\":{\"fields\":[1]}}}"));
    assertThat(error.code()).isEqualTo(ErrorCode.LOCKED);
    assertThat(error.fields()).isEmpty();
  }

  @Test
  void hidesATokenThatTheOtherSideRepeats() {
    String echo = "invalid token " + FakeApi.SECRET;
    HetznerError.Refused error = refused(Answers.json(401, Answers.envelope(FakeApi.SECRET, echo)));
    assertThat(error.toString() + error.message()).doesNotContain(FakeApi.SECRET);
    assertThat(error.detail()).isEqualTo("invalid token [hidden]");
  }

  @Test
  void givesTheErrorAsAnExceptionWhenAsked() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("error.json")))) {
      HetznerResult<List<Location>> result = api.locations();
      assertThatThrownBy(result::orThrow)
          .isInstanceOf(HetznerException.class)
          .hasMessage(errorOf(result).message())
          .extracting(e -> ((HetznerException) e).error())
          .isEqualTo(errorOf(result));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    try (FakeApi elsewhere = FakeApi.open(Answers.ok(Answers.file("locations.json")));
        FakeApi api =
            FakeApi.open(
                new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", elsewhere.server.url("/v1/locations"))
                    .build())) {
      HetznerError error = errorOf(api.locations());
      assertThat(error).isInstanceOf(HetznerError.UnexpectedStatus.class);
      assertThat(error.message()).contains(Integer.toString(status), "never followed");
      assertThat(elsewhere.server.getRequestCount()).isZero();
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void followsNoRedirectToTheSameHost() {
    MockResponse moved =
        new MockResponse.Builder().code(302).addHeader("Location", "/v1/networks").build();
    try (FakeApi api = FakeApi.open(moved, Answers.ok(Answers.file("locations.json")))) {
      assertThat(errorOf(api.locations())).isInstanceOf(HetznerError.UnexpectedStatus.class);
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void refusesAnAnswerOverTheLimit() {
    String padding = " ".repeat(1024 - "{\"locations\":[],\"meta\":null}".length());
    String exact = "{\"locations\":[],\"meta\":null}" + padding;
    try (FakeApi api = FakeApi.open(Answers.ok(exact), Answers.ok(exact + " "));
        HetznerClient client = api.client().maxResponseBytes(1024).build()) {
      assertThat(client.locations().orThrow()).isEmpty();
      assertThat(errorOf(client.locations())).isEqualTo(new HetznerError.TooLarge(1024));
    }
  }

  @Test
  void countsTheLimitAfterDecompression() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(packed.size()).isLessThan(4096);
    MockResponse bomb =
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(new Buffer().write(packed.toByteArray()))
            .build();
    try (FakeApi api = FakeApi.open(bomb);
        HetznerClient client = api.client().maxResponseBytes(4096).build()) {
      assertThat(errorOf(client.locations())).isEqualTo(new HetznerError.TooLarge(4096));
    }
  }

  @Test
  void treatsALongErrorPageAsBare() {
    MockResponse page = Answers.json(500, "x".repeat(5000)).build();
    try (FakeApi api = FakeApi.open(page);
        HetznerClient client = api.client().maxResponseBytes(1024).build()) {
      assertThat(errorOf(client.locations()))
          .isEqualTo(new HetznerError.UnexpectedStatus(500, Optional.empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "null",
        "{",
        "{}",
        "{\"locations\":{}}",
        "{\"locations\":[],\"locations\":[]}",
        "{\"locations\":[]} x",
        "{\"locations\":[1]}",
        "{\"locations\":[{\"name\":\"fsn1\"}]}",
        "{\"locations\":[{\"id\":0,\"name\":\"fsn1\"}]}",
        "{\"locations\":[{\"id\":\"1\",\"name\":\"fsn1\"}]}",
        "{\"locations\":[{\"id\":99999999999999999999,\"name\":\"fsn1\"}]}",
        "{\"locations\":[{\"id\":1}]}",
        "{\"locations\":[{\"id\":1,\"name\":\" \"}]}",
        "{\"locations\":[{\"id\":1,\"name\":\"fsn1\",\"city\":5}]}",
        "{\"locations\":[{\"id\":1,\"name\":\"fsn1\",\"latitude\":1e999}]}",
        "{\"locations\":[],\"meta\":{\"pagination\":{\"next_page\":\"2\"}}}"
      })
  void callsMalformed(String body) {
    try (FakeApi api = FakeApi.open(Answers.ok(body))) {
      HetznerError error = errorOf(api.locations());
      assertThat(error).isInstanceOf(HetznerError.Malformed.class);
      assertThat(error.message()).doesNotContain("fsn1", "html");
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void namesThePlaceThatIsMalformed() {
    try (FakeApi api = FakeApi.open(Answers.ok("{\"locations\":[{\"id\":1}]}"))) {
      assertThat(errorOf(api.locations()).message())
          .contains("answer.locations[0].name is missing or blank");
    }
  }

  @Test
  void toleratesAbsentNullAndUnknownFields() {
    String sparse =
        "{\"locations\":[{\"id\":1,\"name\":\"fsn1\",\"city\":null,\"new\":[1]}],\"more\":{}}";
    try (FakeApi api = FakeApi.open(Answers.ok(sparse))) {
      assertThat(api.locations().orThrow().getFirst().city()).isEmpty();
    }
  }

  @Test
  void callsAPlainServerBehindHttpsATlsError() throws IOException {
    try (FakeApi api = FakeApi.open();
        ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answerPlainly(plain));
      URI url = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
      try (HetznerClient client = api.client().baseUrl(url).build()) {
        HetznerError.Unreachable error = (HetznerError.Unreachable) errorOf(client.locations());
        assertThat(error.kind()).isEqualTo(HetznerError.Unreachable.Kind.TLS);
        assertThat(api.pauses).isEmpty();
      }
    }
  }

  private static void answerPlainly(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      // The client broke off, as it should.
    }
  }

  private static HetznerError.Refused refused(MockResponse.Builder answer) {
    try (FakeApi api = FakeApi.open(answer.build());
        HetznerClient client = api.client().maxRetries(0).build()) {
      return (HetznerError.Refused) errorOf(client.locations());
    }
  }
}
