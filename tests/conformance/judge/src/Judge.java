import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judge FLAVOURS PATH...: validates each PDF (folders: all in them) against each flavour ("3a,ua1"). Prints one line a
 * file and flavour, and each rule that failed once a file with its place. Ends with 1 where anything failed.
 */
public final class Judge {
  private static final int MOST_FAULTS_SHOWN = 12;

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours =
        Arrays.stream(arguments[0].split(",")).map(PDFAFlavour::fromString).collect(Collectors.toList());
    List<Path> files = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      Path path = Paths.get(arguments[i]);
      try (Stream<Path> found = Files.walk(path)) {
        found.filter(p -> p.toString().endsWith(".pdf") && Files.isRegularFile(p)).sorted().forEach(files::add);
      }
    }
    if (files.isEmpty()) throw new IllegalArgumentException("no PDF to judge");
    ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<String>> verdicts = new ArrayList<>();
    for (Path file : files)
      for (PDFAFlavour flavour : flavours) verdicts.add(workers.submit(() -> judge(file.toFile(), flavour)));
    int failed = 0;
    for (Future<String> verdict : verdicts) {
      String text = verdict.get();
      if (text.startsWith("FAIL")) failed++;
      System.out.println(text);
    }
    workers.shutdown();
    System.out.println(verdicts.size() - failed + " passed, " + failed + " failed");
    System.exit(failed == 0 ? 0 : 1);
  }

  private static String judge(File file, PDFAFlavour flavour) {
    String head = " " + flavour.getId() + " " + file;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, MOST_FAULTS_SHOWN, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) return "pass" + head + " (" + result.getTotalAssertions() + " checks)";
      StringBuilder text = new StringBuilder("FAIL" + head);
      Map<String, List<TestAssertion>> rules = result.getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .collect(Collectors.groupingBy(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber()));
      rules.forEach((rule, assertions) -> text.append("\n  ").append(rule).append(" x").append(assertions.size())
          .append(": ").append(assertions.get(0).getMessage()).append("\n    at ")
          .append(assertions.get(0).getLocation().getContext()));
      return text.toString();
    } catch (Exception fault) {
      return "FAIL" + head + ": " + fault;
    }
  }
}
