package dev.frostbyte.core.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.Egress.Limits;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP as the port speaks it, against a server of the test's. */
final class HttpTransportTest {
  private final MockWebServer server = new MockWebServer();
  private final HttpTransport transport = new HttpTransport(EgressPolicy.none());

  @BeforeEach
  void starts() throws IOException {
    server.start();
  }

  @AfterEach
  void stops() {
    server.close();
  }

  @Test
  void postsTheBodyAndReturnsTheAnswerWhateverItsStatus() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(409)
            .setHeader("Content-Type", "Text/X.tlog.size; charset=utf-8")
            .body("7\n")
            .build());
    Response answer = transport.send(request(Duration.ofSeconds(20), 10));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.mediaType()).isEqualTo("text/x.tlog.size");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("7\n");
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/timestamp-query");
    assertThat(sent.getBody()).isNotNull();
    assertThat(sent.getBody().utf8()).isEqualTo("body");
  }

  @Test
  void anAnswerOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
    server.enqueue(new MockResponse.Builder().body("0123456789").build());
    assertThat(transport.send(request(Duration.ofSeconds(20), 10)).body()).hasSize(10);
    server.enqueue(new MockResponse.Builder().body("01234567890").build());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.send(request(Duration.ofSeconds(20), 10)))
        .withMessageContaining("10 bytes");
    server.enqueue(new MockResponse.Builder().chunkedBody("01234567890", 2).build());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.send(request(Duration.ofSeconds(20), 10)));
  }

  @Test
  void aRedirectIsAnAnswer() throws IOException {
    for (int code : new int[] {301, 302, 307, 308}) {
      server.enqueue(
          new MockResponse.Builder().code(code).setHeader("Location", "/elsewhere").build());
      assertThat(transport.send(request(Duration.ofSeconds(20), 10)).status()).isEqualTo(code);
    }
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void aServerThatNeverAnswersEndsInAnError() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.send(request(Duration.ofMillis(200), 10)));
  }

  @Test
  void aBrokenConnectionIsNotTriedAgain() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(new MockResponse.Builder().build());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.send(request(Duration.ofSeconds(20), 10)));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void provesWhoSendsToThatHostAndNoOther() throws Exception {
    try (SecretBytes secret = secret("key-1")) {
      EgressPolicy policy = EgressPolicy.none().allow("LOCALHOST", "X-Api-Key", secret);
      server.enqueue(new MockResponse.Builder().build());
      new HttpTransport(policy).send(request(Duration.ofSeconds(20), 10));
      server.enqueue(new MockResponse.Builder().build());
      new HttpTransport(EgressPolicy.none().allow("127.0.0.1", "X-Api-Key", secret))
          .send(request(Duration.ofSeconds(20), 10));
      assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("key-1");
      assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isNull();
    }
  }

  @Test
  void aSecretThatIsNoHeaderIsNotSentAndNotQuoted() {
    try (SecretBytes secret = secret("key\r\nHost: elsewhere")) {
      EgressPolicy policy = EgressPolicy.none().allow("localhost", "X-Api-Key", secret);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new HttpTransport(policy).send(request(Duration.ofSeconds(20), 10)))
          .withMessageNotContaining("elsewhere");
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void noSecretReplacesAHeaderThatFramesTheRequest() {
    try (SecretBytes secret = secret("x")) {
      for (String header : List.of("Host", "content-length", "Transfer-Encoding", "X Y", "")) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .as(header)
            .isThrownBy(() -> EgressPolicy.none().allow("localhost", header, secret));
      }
    }
  }

  @Test
  void aMediaTypeKeepsItsParameters() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    String form = "multipart/form-data; boundary=frostbyte-1";
    Limits limits = new Limits(Duration.ofSeconds(20), 10);
    URI address = URI.create("http://localhost:" + server.getPort() + "/x");
    transport.send(new Request(address, form, new byte[1], "parse", limits));
    assertThat(server.takeRequest().getHeaders().get("Content-Type")).isEqualTo(form);
    for (String other : List.of(form + "\r\nX: y", form + ";", "text/plain;charset=utf-8")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> new Request(address, other, new byte[1], "parse", limits));
    }
  }

  private static SecretBytes secret(String value) {
    return SecretBytes.copyOf(value.getBytes(StandardCharsets.UTF_8));
  }

  private Request request(Duration time, int answerBytes) {
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    URI address = URI.create("http://localhost:" + server.getPort() + "/x");
    Limits limits = new Limits(time, answerBytes);
    return new Request(address, "application/timestamp-query", body, "time-stamp", limits);
  }
}
