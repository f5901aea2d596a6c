package dev.frostbyte.hetzner;

import static dev.frostbyte.hetzner.FakeApi.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

  @Test
  @Timeout(30)
  void putsThePagesTogetherInOrder() throws InterruptedException {
    try (FakeApi api =
            FakeApi.open(
                Answers.ok(Answers.page(1, 2, "{\"page\":1,\"next_page\":2,\"last_page\":2}")),
                Answers.ok(Answers.page(3, 1, "{\"page\":2,\"next_page\":null,\"last_page\":2}")));
        HetznerClient client = api.client().perPage(2).build()) {
      assertThat(client.locations().orThrow()).extracting(Location::id).containsExactly(1L, 2L, 3L);
      assertThat(api.request().getTarget()).endsWith("?page=1&per_page=2");
      assertThat(api.request().getTarget()).endsWith("?page=2&per_page=2");
    }
  }

  @Test
  @Timeout(30)
  void endsOnTheExamplePaginationThatLoopsForEver() {
    try (FakeApi api = forever(Answers.file("locations-example-pagination.json"))) {
      assertThat(errorOf(api.locations()))
          .isEqualTo(new HetznerError.BrokenPaging(PagingFault.WRONG_PAGE, 1, 3));
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @Timeout(30)
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"next_page\":4} | SKIPS | 1 | 4",
        "{\"page\":1,\"next_page\":1} | NOT_ADVANCING | 1 | 1",
        "{\"page\":1,\"next_page\":0} | NOT_ADVANCING | 1 | 0",
        "{\"page\":1,\"next_page\":-9223372036854775808} | NOT_ADVANCING | 1 | -9223372036854775808",
        "{\"page\":1,\"next_page\":9223372036854775807} | SKIPS | 1 | 9223372036854775807",
        "{\"page\":1,\"next_page\":2,\"last_page\":1} | SKIPS | 1 | 2",
        "{\"next_page\":2} | REPEATED_ENTRY | 2 | 1",
        "{\"page\":2} | WRONG_PAGE | 1 | 2",
        "{\"page\":1,\"next_page\":null,\"last_page\":3} | ENDS_EARLY | 1 | 3",
      })
  void endsWithATypedErrorOn(String pagination, PagingFault fault, int page, long claimed) {
    try (FakeApi api = forever(Answers.page(1, 1, pagination))) {
      HetznerError error = errorOf(api.locations());
      assertThat(error).isEqualTo(new HetznerError.BrokenPaging(fault, page, claimed));
      assertThat(error.message()).contains("page " + page, "(" + claimed + ")");
    }
  }

  @Test
  @Timeout(30)
  void endsOnAnEmptyPageThatClaimsASuccessor() {
    try (FakeApi api = forever(Answers.page(1, 0, "{\"page\":1,\"next_page\":2}"))) {
      assertThat(errorOf(api.locations()))
          .isEqualTo(new HetznerError.BrokenPaging(PagingFault.NOT_ADVANCING, 1, 2));
    }
  }

  @Test
  @Timeout(30)
  void endsOnAFullPageThatDoesNotSayWhetherMoreFollow() {
    String full = "{\"locations\":[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]}";
    try (FakeApi api = forever(full)) {
      assertThat(api.locations().orThrow()).hasSize(2);
      try (HetznerClient client = api.client().perPage(2).build()) {
        assertThat(errorOf(client.locations()))
            .isEqualTo(new HetznerError.BrokenPaging(PagingFault.NO_END_STATED, 1, 2));
      }
    }
  }

  @Test
  @Timeout(30)
  void endsOnAPageWithMoreEntriesThanAskedFor() {
    try (FakeApi api = forever(Answers.page(1, 3, "{\"page\":1}"));
        HetznerClient client = api.client().perPage(2).build()) {
      assertThat(errorOf(client.locations()))
          .isEqualTo(new HetznerError.BrokenPaging(PagingFault.OVERFULL_PAGE, 1, 3));
    }
  }

  @Test
  @Timeout(30)
  void readsNoMoreThanThePagesAllowed() {
    try (FakeApi api = FakeApi.open();
        HetznerClient client = api.client().maxPages(4).build()) {
      api.server.setDispatcher(new Endless());
      assertThat(errorOf(client.locations()))
          .isEqualTo(new HetznerError.BrokenPaging(PagingFault.TOO_MANY_PAGES, 4, 4));
      assertThat(api.server.getRequestCount()).isEqualTo(4);
    }
  }

  @Property
  void readsAtMostThePagesAllowedWhateverTheyClaim(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = -2, max = 14) Long> claims,
      @ForAll @IntRange(min = 1, max = 10) int maxPages,
      @ForAll @IntRange(min = 0, max = 3) int size) {
    List<Integer> asked = new ArrayList<>();
    Listing<Location> listing = new Listing<>(Resource.LOCATIONS, 3, maxPages);
    try {
      List<Location> all = listing.read(number -> claimed(asked, claims, number, size));
      assertThat(all).hasSize(asked.size() * size);
    } catch (HetznerException broken) {
      assertThat(broken.error()).isInstanceOf(HetznerError.BrokenPaging.class);
    }
    assertThat(asked).hasSizeBetween(1, maxPages);
    assertThat(asked).isSorted().doesNotHaveDuplicates();
  }

  private static Page<Location> claimed(
      List<Integer> asked, List<Long> claims, int number, int size) {
    asked.add(number);
    long next = number <= claims.size() ? claims.get(number - 1) : number + 1;
    List<Location> entries =
        LongStream.range(0, size).mapToObj(i -> place(number * 10L + i)).toList();
    OptionalLong successor = next == -2 ? OptionalLong.empty() : OptionalLong.of(next);
    return new Page<>(entries, true, OptionalLong.empty(), successor, OptionalLong.empty());
  }

  private static Location place(long id) {
    return Resource.LOCATIONS
        .reader()
        .apply(Fields.of(Answers.MAPPER.createObjectNode().put("id", id).put("name", "x"), "x"));
  }

  private static FakeApi forever(String body) {
    FakeApi api = FakeApi.open();
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return Answers.ok(body);
          }
        });
    return api;
  }

  /** Each page is right and claims that one more follows. */
  private static final class Endless extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      int page = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("page")));
      String pagination = "{\"page\":" + page + ",\"next_page\":" + (page + 1) + "}";
      return Answers.ok(Answers.page(page, 1, pagination));
    }
  }
}
