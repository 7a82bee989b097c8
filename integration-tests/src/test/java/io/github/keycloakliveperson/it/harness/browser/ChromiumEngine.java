package io.github.keycloakliveperson.it.harness.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.ChromiumProcess;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.launcher.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chromium with a profile of its own, driven by Playwright. */
record ChromiumEngine(Path profile, BrowserContext context, List<String> complaints)
        implements ConsumerEngine {

    static ChromiumEngine start(Privacy privacy) {
        Path profile = ListeningProcess.newHome("chromium");
        BrowserContext context =
                (privacy == Privacy.STRICT
                                ? CookieProfile.THIRD_PARTY_BLOCKED
                                : CookieProfile.THIRD_PARTY_ALLOWED)
                        .launch(ChromiumProcess.shared(), profile);
        List<String> complaints = new CopyOnWriteArrayList<>();
        context.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") && !message.location().contains("favicon")) {
                        complaints.add(message.text());
                    }
                });
        context.onWebError(error -> complaints.add(error.error()));
        return new ChromiumEngine(profile, context, complaints);
    }

    @Override
    public ConsumerWindow open() {
        return ChromiumWindow.of(context.newPage());
    }

    @Override
    public void clear() {
        // the browser's first, empty tab keeps it alive
        context.pages().stream().skip(1).toList().forEach(Page::close);
        context.clearCookies();
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
        try {
            new FileTree(profile).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
