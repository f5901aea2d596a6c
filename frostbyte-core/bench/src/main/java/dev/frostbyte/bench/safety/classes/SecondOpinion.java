package dev.frostbyte.bench.safety.classes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.inspect.ClassInspectorProvider;
import dev.frostbyte.core.policy.Findings;
import dev.frostbyte.core.policy.Gate;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Waiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Trains a second opinion about classes and measures it against the rules alone: {@code
 * SecondOpinion [TEXTS.jsonl]}. Prints, for rules, model and both, how many documents of genres
 * never trained on are classified rightly, of what is said with 0.7 or more how much is right, and
 * how many are held; with a file of labelled texts also how often the model changes what the rules
 * say of ordinary ones.
 */
public final class SecondOpinion {
  private static final double SURE = 0.7;
  private static final int EACH = 60;
  private static final double[] SHARPENED = {2, 4, 8};
  private static final long SEED = 42;

  private final SafetyInspector rules = new ClassInspectorProvider().open(StageConfig.none());
  private final ClassModel model;

  private SecondOpinion(ClassModel model) {
    this.model = model;
  }

  /** Runs the measure. */
  public static void main(String[] arguments) throws IOException {
    ClassTexts texts = new ClassTexts();
    SecondOpinion opinion =
        new SecondOpinion(ClassModel.trained(texts.of("train", EACH, SEED), SEED));
    System.out.printf(Locale.ROOT, "%-34s %6s %9s %9s %9s%n", "", "n", "right", "of sure", "held");
    for (double by : SHARPENED) {
      SecondOpinion sharper = new SecondOpinion(opinion.model.sharpened(by));
      List<ClassTexts.Sample> samples = texts.of("measure", EACH, SEED + 1);
      sharper.print("model, measure, sharpened " + by, samples, sharper::byModel);
    }
    for (String use : List.of("train", "measure")) {
      List<ClassTexts.Sample> samples = texts.of(use, EACH, SEED + 1);
      opinion.print("rules, " + use, samples, opinion::byRules);
      opinion.print("model, " + use, samples, opinion::byModel);
      opinion.print("rules, then model, " + use, samples, opinion::byBoth);
    }
    if (arguments.length > 0) {
      opinion.ordinary(Path.of(arguments[0]));
    }
  }

  private record Said(DocumentClass kind, double sure) {}

  private void print(
      String name, List<ClassTexts.Sample> samples, Function<String, Said> classifier) {
    int right = 0;
    int sure = 0;
    int surelyRight = 0;
    for (ClassTexts.Sample sample : samples) {
      Said said = classifier.apply(sample.text());
      boolean hit = said.kind() == sample.kind();
      right += hit ? 1 : 0;
      sure += said.sure() >= SURE ? 1 : 0;
      surelyRight += hit && said.sure() >= SURE ? 1 : 0;
    }
    int all = samples.size();
    double held = 1 - (double) sure / all;
    System.out.printf(
        Locale.ROOT,
        "%-34s %6d %9.3f %9.3f %9.3f%n",
        name,
        all,
        (double) right / all,
        sure == 0 ? 0 : (double) surelyRight / sure,
        held);
  }

  /** Ordinary texts have no label here: what the model would make of those that are held. */
  private void ordinary(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> held = new ArrayList<>();
    int all = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      if (node.path("label").asText().equals("benign")) {
        all++;
        String text = node.path("text").asText();
        if (byRules(text).sure() < SURE) {
          held.add(text);
        }
      }
    }
    long decided = held.stream().filter(text -> byModel(text).sure() >= SURE).count();
    SecondOpinion sharper = new SecondOpinion(model.sharpened(SHARPENED[2]));
    long sharply = held.stream().filter(text -> sharper.byModel(text).sure() >= SURE).count();
    System.out.printf(
        Locale.ROOT,
        "ordinary texts: %d, held by rules %d, of these decided by the model %d, sharpened %d%n",
        all,
        held.size(),
        decided,
        sharply);
  }

  private Said byRules(String text) {
    List<Finding> found = rules.inspect(InspectionTarget.visible(text));
    Findings findings = new Findings(found, List.of(), List.of());
    Classification said =
        new Gate(GatePolicy.DEFAULT).classify(findings, Waiver.NONE).orElse(Classification.NONE);
    return new Said(said.documentClass(), said.confidence());
  }

  private Said byModel(String text) {
    double[] chances = model.chances(text);
    int best = 0;
    for (int kind = 1; kind < chances.length; kind++) {
      best = chances[kind] > chances[best] ? kind : best;
    }
    return new Said(DocumentClass.values()[best], chances[best]);
  }

  private Said byBoth(String text) {
    Said first = byRules(text);
    return first.sure() >= SURE ? first : byModel(text);
  }
}
