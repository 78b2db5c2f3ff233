package io.larkdesk.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test the same browser, which is closed after the last of them. */
public final class OneBrowser implements ParameterResolver {

    /** Longer than a busy machine takes, for what is expected and comes late is no defect. */
    public static final double LONGEST_MILLIS = 20_000;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path FONTS =
            Path.of("src/test/resources/io/larkdesk/app/fonts.conf").toAbsolutePath();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Browser.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(Namespace.create(OneBrowser.class)).getOrComputeIfAbsent(Running.class).browser;
    }

    /** A browser and what drives it. */
    static final class Running implements AutoCloseable {

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MILLIS);
        }

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setEnv(environment())
                        .setArgs(List.of("--no-sandbox")));

        private static Map<String, String> environment() {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("FONTCONFIG_FILE", FONTS.toString());
            return environment;
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
