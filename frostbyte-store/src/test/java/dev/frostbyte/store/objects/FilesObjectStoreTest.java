package dev.frostbyte.store.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesObjectStoreTest {
  @TempDir Path folder = Path.of("replaced by JUnit");

  private static final StageConfig THREE_A_SHELF = StageConfig.of(Map.of("shelfFiles", "3"));

  private static ObjectRef put(ObjectStore store, int value) throws IOException {
    try (ObjectStore.Draft draft = store.begin()) {
      draft.out().write(value);
      return draft.keep();
    }
  }

  @Test
  void isFoundByItsNameAndService() {
    List<String> names =
        ServiceLoader.load(ObjectStoreProvider.class).stream()
            .map(found -> found.type().getAnnotation(Stage.class))
            .map(stage -> stage.name() + "/" + stage.spi())
            .toList();
    assertThat(names).containsExactly("files/" + Stage.SPI);
  }

  @Test
  void fillsShelvesInTurnAndFindsEverythingAgain() throws IOException {
    try (TestSpaces spaces = TestSpaces.in(folder)) {
      TestSpace space = spaces.space("alpha", "objects");
      List<ObjectRef> kept = new ArrayList<>();
      for (int round = 0; round < 2; round++) {
        try (ObjectStore store = new FilesObjectStoreProvider().open(THREE_A_SHELF, space)) {
          for (int i = 0; i < 5; i++) {
            kept.add(put(store, round * 5 + i));
          }
          store.sync();
          for (ObjectRef object : kept) {
            assertThat(store.contains(object)).isTrue();
          }
          assertThat(store.list()).containsExactlyInAnyOrderElementsOf(kept);
        }
      }
      assertThat(space.files().list())
          .containsExactly(
              "shelf-000000001", "shelf-000000002", "shelf-000000003", "shelf-000000004");
    }
  }

  @Test
  void refusesSettingsOutOfRange() throws IOException {
    try (TestSpaces spaces = TestSpaces.in(folder)) {
      TestSpace space = spaces.space("alpha", "objects");
      for (String value : List.of("0", "-1", "100001", "many")) {
        StageConfig config = StageConfig.of(Map.of("shelfFiles", value));
        assertThatExceptionOfType(FrostbyteException.class)
            .isThrownBy(() -> new FilesObjectStoreProvider().open(config, space))
            .matches(e -> e.problem().code() == ProblemCode.CONFIGURATION_INVALID);
      }
    }
  }
}
