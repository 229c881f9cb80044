import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What both judges do alike: find the PDFs, look at them side by side, and say what came of it. */
final class Verdicts {
  private Verdicts() {}

  /** The PDFs among the paths from `first` on, and below those that are folders, in order. */
  static List<Path> files(String[] paths, int first) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = first; i < paths.length; i++) {
      try (Stream<Path> found = Files.walk(Paths.get(paths[i]))) {
        found.filter(p -> p.toString().endsWith(".pdf") && Files.isRegularFile(p)).sorted().forEach(files::add);
      }
    }
    if (files.isEmpty()) throw new IllegalArgumentException("no PDF to judge");
    return files;
  }

  /** Prints each verdict ("pass …" or "FAIL …") in the order of the cases and their sum; ends with 1 where one failed. */
  static void tell(List<Callable<String>> cases) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    int failed = 0;
    for (Future<String> verdict : workers.invokeAll(cases)) {
      String text = verdict.get();
      if (text.startsWith("FAIL")) failed++;
      System.out.println(text);
    }
    workers.shutdown();
    System.out.println(cases.size() - failed + " passed, " + failed + " failed");
    System.exit(failed == 0 ? 0 : 1);
  }
}
