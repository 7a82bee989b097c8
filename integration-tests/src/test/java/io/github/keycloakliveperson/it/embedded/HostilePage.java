package io.github.keycloakliveperson.it.embedded;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;

/** A foreign page, and everything that its script can try. */
record HostilePage(Page page) implements AutoCloseable {

    /** What Chromium shows instead of a page that doesn't want to be framed. */
    private static final String REFUSED = "chrome-error://chromewebdata/";

    private static final String LISTEN =
            "() => { window.heard = []; addEventListener('message', e => heard.push(e.data)); }";

    private static final String FRAME =
            """
            async ([address, posted]) => {
              const frame = document.createElement('iframe');
              frame.name = 'frame' + document.querySelectorAll('iframe').length;
              const loaded = new Promise(r => { frame.onload = r; });
              if (!posted) frame.src = address;
              document.body.append(frame);
              if (posted) {
                await loaded;
                const again = new Promise(r => { frame.onload = r; });
                const form = document.createElement('form');
                form.method = 'post';
                form.action = address;
                form.target = frame.name;
                form.innerHTML = '<input name=id_token value=t><input name=state value=guess>';
                document.body.append(form);
                form.submit();
                await again;
              } else {
                await loaded;
              }
              let text = '';
              try { text = frame.contentDocument.documentElement.textContent; } catch { }
              return text;
            }
            """;

    private static final String FETCH =
            """
            async ([address, method, mode, header]) => {
              const headers = header ? {Authorization: 'Bearer guess'} : {};
              try {
                const answer = await fetch(address,
                    {method, mode, headers, credentials: 'include', cache: 'no-store'});
                const known = [answer.status || '', ...answer.headers, await answer.text()];
                return known.join('');
              } catch {
                return '';
              }
            }
            """;

    private static final String SCRIPT =
            """
            address => new Promise(r => {
              const s = document.createElement('script');
              s.onload = s.onerror = e => r(e.type);
              s.src = address;
              document.head.append(s);
            })
            """;

    private static final String LOOK =
            """
            () => {
              try { return opened.location.href + opened.document.documentElement.textContent; }
              catch (e) { return e.name; }
            }
            """;

    /** Makes of a page one that listens to every message. */
    static HostilePage on(Page page) {
        page.evaluate(LISTEN);
        return new HostilePage(page);
    }

    /** Frames an address and tells what can be read in the frame. */
    Object frame(String address) {
        return page.evaluate(FRAME, List.of(address, false));
    }

    /** Posts an id_token to an address, into a frame, and tells what can be read there. */
    Object framePosted(String address) {
        return page.evaluate(FRAME, List.of(address, true));
    }

    /** The frames that show anything at all, by their addresses. */
    List<String> framesThatShowSomething() {
        return page.frames().stream()
                .filter(frame -> frame != page.mainFrame())
                .filter(frame -> !REFUSED.equals(frame.evaluate("location.href")))
                .map(Frame::url)
                .toList();
    }

    int frames() {
        return page.frames().size() - 1;
    }

    /** Calls an address with the consumer's cookies and tells all that the script learns. */
    Object fetch(String address, String method, String mode, boolean withHeader) {
        return page.evaluate(FETCH, List.of(address, method, mode, withHeader));
    }

    /** Loads an address as a script and tells how that ended. */
    Object script(String address) {
        return page.evaluate(SCRIPT, address);
    }

    /** Opens an address in its own window. */
    Page open(String address) {
        Page popup =
                page.waitForPopup(
                        () -> page.evaluate("a => { window.opened = window.open(a); }", address));
        popup.waitForURL(url -> !url.equals("about:blank"));
        return popup;
    }

    /** What can be read of the window that was opened last. */
    Object look() {
        return page.evaluate(LOOK);
    }

    /** Every message that came so far. */
    Object heard() {
        return page.evaluate("heard");
    }

    @Override
    public void close() {
        page.close();
    }
}
