package io.github.keycloakliveperson.contract.window;

import java.util.List;
import java.util.Optional;

/**
 * Where the browser was sent to in the end, character by character.
 *
 * @param address the raw {@code Location}, or the address of a form that posts itself
 * @param posted the form's fields, raw-encoded; none for a redirect
 */
public record Landing(String address, RawParameters posted) {
    /** A redirect. */
    public static Landing at(String address) {
        return new Landing(address, new RawParameters(List.of()));
    }

    /** Everything before the query and the fragment. */
    public String base() {
        return beforeFragment().split("\\?", 2)[0];
    }

    /** The raw query. */
    public RawParameters query() {
        var parts = beforeFragment().split("\\?", 2);
        return RawParameters.parse(parts.length < 2 ? "" : parts[1]);
    }

    /** The raw fragment, read as parameters. */
    public RawParameters fragment() {
        var parts = address.split("#", 2);
        return RawParameters.parse(parts.length < 2 ? "" : parts[1]);
    }

    /** The address up to the fragment. */
    public String beforeFragment() {
        return address.split("#", 2)[0];
    }

    /** The raw value of an answer parameter, wherever it is. */
    public Optional<String> parameter(String name) {
        return query().raw(name).or(() -> fragment().raw(name)).or(() -> posted.raw(name));
    }

    /** The decoded value of an answer parameter; unchanged if an escape is broken. */
    public Optional<String> value(String name) {
        return parameter(name).map(Encoding::decode);
    }

    /** Where an answer parameter is: {@code query}, {@code fragment}, {@code form} or nowhere. */
    public String place(String name) {
        if (query().raw(name).isPresent()) {
            return "query";
        }
        if (fragment().raw(name).isPresent()) {
            return "fragment";
        }
        return posted.raw(name).isPresent() ? "form" : "nowhere";
    }
}
