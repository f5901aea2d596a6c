package dev.frostbyte.core.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.spi.Egress.Limits;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  private final HttpTransport transport = new HttpTransport();

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

  private Request request(Duration time, int answerBytes) {
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    URI address = URI.create("http://localhost:" + server.getPort() + "/x");
    Limits limits = new Limits(time, answerBytes);
    return new Request(address, "application/timestamp-query", body, "time-stamp", limits);
  }
}
