import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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
    List<Callable<String>> cases = new ArrayList<>();
    for (Path file : Verdicts.files(arguments, 1))
      for (PDFAFlavour flavour : flavours) cases.add(() -> judge(file.toFile(), flavour));
    Verdicts.tell(cases);
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
