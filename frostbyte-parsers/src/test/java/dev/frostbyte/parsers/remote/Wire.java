package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.spi.Egress;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A port without consent or audit, for a server of the test's own. */
final class Wire implements Egress {
  @Override
  public Response send(Request request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(request.uri())
            .timeout(request.limits().time())
            .header("Content-Type", request.mediaType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return answer(client.send(post, HttpResponse.BodyHandlers.ofInputStream()), request);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Response answer(HttpResponse<InputStream> answer, Request request)
      throws IOException {
    try (InputStream in = answer.body()) {
      byte[] body = in.readNBytes(request.limits().answerBytes());
      if (in.read() >= 0) {
        throw new IOException("too much");
      }
      return new Response(answer.statusCode(), "", body);
    }
  }
}
