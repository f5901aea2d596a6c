package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Broken answers give a value or a typed error, and never another exception. */
class MutationTest {
  private static final List<String> LISTS = List.of("locations", "server_types", "networks");

  @Property(tries = 3000)
  void anyChangeOfTheTreeGivesAValueOrATypedError(
      @ForAll("lists") String list,
      @ForAll @IntRange(max = 200) int place,
      @ForAll("values") String value) {
    JsonNode tree = Answers.tree(list + ".json");
    List<JsonNode> parents = new ArrayList<>();
    containers(tree, parents);
    replace(parents.get(place % parents.size()), place, value);
    assertReads(list, tree.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 3000)
  void anyChangeOfBytesGivesAValueOrATypedError(
      @ForAll("lists") String list,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> places,
      @ForAll byte[] bytes) {
    byte[] body = Answers.file(list + ".json").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < places.size() && i < bytes.length; i++) {
      body[places.get(i) % body.length] = bytes[i];
    }
    assertReads(list, body);
  }

  @Property
  void anyCutGivesATypedError(
      @ForAll("lists") String list, @ForAll @IntRange(min = 1, max = 100_000) int cut) {
    byte[] body = Answers.file(list + ".json").strip().getBytes(StandardCharsets.UTF_8);
    byte[] part = Arrays.copyOf(body, body.length - 1 - cut % (body.length - 1));
    assertThat(read(list, part)).isInstanceOf(HetznerError.Malformed.class);
  }

  @Property
  void anyBytesGiveATypedError(@ForAll @Size(max = 300) byte[] bytes) {
    assertReads("networks", bytes);
    assertThat(ErrorBody.read(reply(bytes), Optional.empty(), UnaryOperator.identity()).message())
        .isNotEmpty();
  }

  @Property
  void anyRawCodeAndMessageIsCutAndCleaned(@ForAll @NotEmpty String raw) {
    assertThat(ErrorBody.code(raw)).matches("[A-Za-z0-9_.?-]{1,64}");
    assertThat(ErrorBody.printable(raw, 200)).matches("[ -~]{1,200}");
  }

  @Property(tries = 60)
  void anyStatusAndBodyOverTheWireGivesAValueOrATypedError(
      @ForAll @IntRange(min = 200, max = 599) int status, @ForAll @Size(max = 100) byte[] body) {
    try (FakeApi api =
            FakeApi.open(
                new MockResponse.Builder().code(status).body(new Buffer().write(body)).build());
        HetznerClient client = api.client().maxRetries(0).build()) {
      HetznerResult<List<Network>> result = client.networks();
      assertThat(FakeApi.errorOf(result).message()).doesNotContain(FakeApi.SECRET);
    }
  }

  @Test
  void nestingDeeperThanAllowedIsMalformed() {
    assertThat(read("networks", nested(31))).isInstanceOf(Page.class);
    assertThat(read("networks", nested(32))).isInstanceOf(HetznerError.Malformed.class);
    assertThat(read("networks", nested(100_000))).isInstanceOf(HetznerError.Malformed.class);
  }

  private static byte[] nested(int lists) {
    String deep = "[".repeat(lists) + "]".repeat(lists);
    return ("{\"networks\":[],\"x\":" + deep + "}").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLabelThatIsNoTextIsMalformed() {
    String network = "{\"networks\":[{\"id\":1,\"name\":\"n\",\"labels\":{\"a\":%s}}]}";
    for (String value : List.of("null", "1", "{}")) {
      byte[] body = network.formatted(value).getBytes(StandardCharsets.UTF_8);
      assertThat(read("networks", body).toString()).contains("labels holds a value that is not a");
    }
  }

  @Test
  void aListWhereAnObjectBelongsIsNamed() {
    byte[] body = "{\"networks\":[[]]}".getBytes(StandardCharsets.UTF_8);
    assertThat(read("networks", body).toString()).contains("networks[0] is not an object");
  }

  @Test
  void textOutsideItsEncodingIsMalformed() {
    byte[] utf32 = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};
    byte[] utf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThat(read("networks", utf32)).isInstanceOf(HetznerError.Malformed.class);
    assertThat(read("networks", utf8)).isInstanceOf(HetznerError.Malformed.class);
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of(LISTS);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e999",
        "99999999999999999999",
        "\"\"",
        "\"x\"",
        "[]",
        "[null]",
        "[[]]",
        "{}",
        "{\"id\":1}",
        "\"9999-99-99T99:99:99Z\"",
        "\"\\u0000\"",
        "absent");
  }

  private static void assertReads(String list, byte[] body) {
    Object read = read(list, body);
    assertThat(read).isInstanceOfAny(Page.class, HetznerError.Malformed.class);
    assertThat(read.toString()).isNotEmpty();
  }

  private static Object read(String list, byte[] body) {
    Resource<?> resource =
        switch (list) {
          case "locations" -> Resource.LOCATIONS;
          case "server_types" -> Resource.SERVER_TYPES;
          default -> Resource.NETWORKS;
        };
    try {
      return Page.read(resource, Json.object(body));
    } catch (HetznerException typed) {
      return typed.error();
    }
  }

  private static Reply reply(byte[] body) {
    return new Reply(500, body, Optional.empty(), Optional.empty());
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode() && !node.isEmpty()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private static void replace(JsonNode parent, int place, String value) {
    switch (parent) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(place / 7 % names.size());
        if (value.equals("absent")) {
          object.remove(name);
        } else {
          object.set(name, parse(value));
        }
      }
      case ArrayNode array -> array.add(value.equals("absent") ? array.get(0) : parse(value));
      default -> throw new AssertionError(parent.getNodeType());
    }
  }

  private static JsonNode parse(String value) {
    try {
      return Answers.MAPPER.readTree(value);
    } catch (IOException e) {
      throw new AssertionError(value, e);
    }
  }
}
