package io.github.keycloakliveperson.check.browser;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends a consumer's browser to an authorization request and says where it ended. */
public interface SignIn {
    /**
     * Opens the address in the browser that has been used so far, signing the consumer in where the
     * provider asks.
     *
     * @param address the request, raw; it must be one that a browser could send
     * @param arrived says of a raw address whether that is the end of the way
     * @throws SignInException when the consumer can't be signed in at all
     */
    Outcome open(String address, Predicate<String> arrived);

    /** The same in a browser of its own, in which nobody is signed in and nobody signs in. */
    Outcome openSignedOut(String address, Predicate<String> arrived);

    /**
     * Asks for an address as a script in that browser would, with its cookies.
     *
     * @return the answer, or nothing if the browser isn't ours
     */
    Optional<Reply> fetch(String address, Map<String, String> headers);

    /**
     * Whether the sign-in can end at this address. A person's own browser can only be observed at
     * this machine.
     */
    boolean canEndAt(String redirectUri);
}
