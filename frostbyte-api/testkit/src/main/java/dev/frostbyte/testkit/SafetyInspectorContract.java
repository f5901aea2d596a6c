package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SafetyInspector} must do. Extend it, name the provider and give texts in which
 * it finds something and nothing.
 */
public abstract class SafetyInspectorContract {
  private static final String LONG_LINE = "a \u200B<&%41=\"'(".repeat(40_000);

  private static final Predicate<Finding> PERSONAL =
      finding -> finding.kind() == Finding.Kind.PERSONAL;

  /** The provider under test. */
  protected abstract InspectorProvider provider();

  /** Targets in which it finds something; at least one. */
  protected abstract List<InspectionTarget> suspicious();

  /** Targets in which it finds nothing; at least one. */
  protected abstract List<InspectionTarget> harmless();

  /** Configuration to test with; defaults only unless overridden. */
  protected StageConfig config() {
    return StageConfig.none();
  }

  /** The provider names itself for the SPI of this API. */
  @Test
  public final void namesItselfForThisSpi() {
    Stage stage = provider().getClass().getAnnotation(Stage.class);
    assertThat(stage).as("annotation @Stage").isNotNull();
    assertThat(stage.spi()).isEqualTo(Stage.SPI);
    assertThat(stage.name()).matches("[a-z][a-z0-9-]{0,31}");
  }

  /** A key it does not know is refused. */
  @Test
  public final void refusesAnUnknownKey() {
    StageConfig unknown = StageConfig.of(Map.of("no-such-key-anywhere", "1"));
    assertThatThrownBy(() -> provider().open(unknown))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }

  /** It finds what it is for and leaves the rest alone. */
  @Test
  public final void findsTheSuspiciousAndLeavesTheHarmless() throws Exception {
    try (SafetyInspector inspector = provider().open(config())) {
      for (InspectionTarget target : suspicious()) {
        assertThat(inspector.inspect(target)).isNotEmpty();
      }
      for (InspectionTarget target : harmless()) {
        assertThat(inspector.inspect(target)).isEmpty();
      }
    }
  }

  /** Findings lie inside the text they name, in order, under the stage's own name. */
  @Test
  public final void pointsAtPlacesInsideTheTextInOrder() throws Exception {
    try (SafetyInspector inspector = provider().open(config())) {
      for (InspectionTarget target : targets()) {
        assertSound(target, inspector.inspect(target));
      }
    }
  }

  /** Ids and families are words of the inspector, never text of the document. */
  @Test
  public final void namesCarryNoText() throws Exception {
    try (SafetyInspector inspector = provider().open(config())) {
      for (InspectionTarget target : suspicious()) {
        for (Finding finding : inspector.inspect(target)) {
          assertThat(finding.rule()).matches("[a-z][a-z0-9._-]{0,95}");
          assertThat(finding.family()).matches("[A-Za-z][A-Za-z0-9_-]{0,47}");
        }
      }
    }
  }

  /** Every type of personal data it finds is one it tells of, so that a policy can name it. */
  @Test
  public final void tellsEveryTypeOfPersonalDataItFinds() throws Exception {
    try (SafetyInspector inspector = provider().open(config())) {
      assertThat(inspector.personalTypes()).allMatch(type -> type.matches("[A-Z][A-Z0-9_]{0,31}"));
      for (InspectionTarget target : suspicious()) {
        assertThat(inspector.inspect(target).stream().filter(PERSONAL).map(Finding::family))
            .isSubsetOf(inspector.personalTypes());
      }
    }
  }

  /** Two openings and two calls agree. */
  @Test
  public final void isDeterministic() throws Exception {
    try (SafetyInspector one = provider().open(config());
        SafetyInspector two = provider().open(config())) {
      for (InspectionTarget target : targets()) {
        List<Finding> first = one.inspect(target);
        assertThat(one.inspect(target)).isEqualTo(first);
        assertThat(two.inspect(target)).isEqualTo(first);
      }
    }
  }

  /** Callers on several threads get what one caller gets. */
  @Test
  public final void servesSeveralThreads() throws Exception {
    try (SafetyInspector inspector = provider().open(config());
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (InspectionTarget target : suspicious()) {
        List<Finding> alone = inspector.inspect(target);
        List<Future<List<Finding>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          answers.add(threads.submit(() -> inspector.inspect(target)));
        }
        for (Future<List<Finding>> answer : answers) {
          assertThat(answer.get()).isEqualTo(alone);
        }
      }
    }
  }

  /** Texts of hostile shapes have an answer, and it points inside them. */
  @Test
  public final void answersForTextsOfHostileShapes() throws Exception {
    try (SafetyInspector inspector = provider().open(config())) {
      for (String piece :
          List.of(
              "a",
              " ",
              "\n",
              "\u200B",
              "\u202E",
              "\uD800",
              "\u0301",
              "=",
              "a@",
              "DE1",
              "\uDB40\uDC41")) {
        InspectionTarget target = InspectionTarget.visible(piece.repeat(100_000));
        assertSound(target, inspector.inspect(target));
      }
    }
  }

  /** Closing twice is closing once. */
  @Test
  public final void closesTwice() throws Exception {
    SafetyInspector inspector = provider().open(config());
    inspector.close();
    inspector.close();
    assertThat(inspector).isNotNull();
  }

  private List<InspectionTarget> targets() {
    List<InspectionTarget> targets = new ArrayList<>(suspicious());
    targets.addAll(harmless());
    targets.add(InspectionTarget.visible(""));
    targets.add(InspectionTarget.visible("\uD83D\uDE00 \uD800 \uDC00 \u0000 \uFFFF"));
    targets.add(InspectionTarget.visible(LONG_LINE));
    suspicious().forEach(target -> targets.add(InspectionTarget.fileName(target.text())));
    Span all = Span.of(TextName.HIDDEN, 0, LONG_LINE.length());
    List<HiddenText> hidden = List.of(new HiddenText(HiddenChannel.COLOUR, all));
    targets.add(new InspectionTarget(TextName.HIDDEN, UntrustedText.of(LONG_LINE), hidden));
    return targets;
  }

  private static void assertSound(InspectionTarget target, List<Finding> findings) {
    String text = target.text().value();
    int length = text.codePointCount(0, text.length());
    int last = 0;
    for (Finding finding : findings) {
      assertThat(finding.span().text()).isEqualTo(target.name());
      assertThat(finding.span().end()).isLessThanOrEqualTo(length);
      assertThat(finding.span().start()).isGreaterThanOrEqualTo(last);
      last = finding.span().start();
    }
  }
}
