package io.github.keycloakliveperson.sde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Pairs a consumer's e-mails and phones to LivePerson's contacts: the i-th e-mail goes with the
 * i-th phone and the i-th phone type, country and region; a single phone type, country or region
 * holds for every contact. An e-mail or a phone makes a contact; type, country and region alone
 * don't.
 *
 * @param values all values of a contact part, empty for none
 * @param convert makes the JSON value of one of them, null when there is none
 * @param problems hears of values that no contact takes
 */
record Contacts(
        Function<SdeField, List<String>> values,
        BiFunction<SdeField, String, Object> convert,
        FieldProblems problems) {

    /** The contacts in the order of the values; never one without e-mail and phone. */
    List<Map<String, Object>> list() {
        var emails = each(SdeField.EMAIL);
        var phones = each(SdeField.PHONE);
        var count = Math.max(emails.size(), phones.size());
        if (count == 0) {
            return List.of();
        }
        var phoneTypes = upTo(count, SdeField.PHONE_TYPE);
        var countries = upTo(count, SdeField.COUNTRY);
        var regions = upTo(count, SdeField.REGION);
        List<Map<String, Object>> contacts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<String, Object> contact = new LinkedHashMap<>(8);
            put(contact, SdeField.EMAIL, at(emails, i));
            put(contact, SdeField.PHONE, at(phones, i));
            if (contact.isEmpty()) {
                continue;
            }
            put(contact, SdeField.PHONE_TYPE, shared(phoneTypes, i));
            Map<String, Object> address = new LinkedHashMap<>(4);
            put(address, SdeField.COUNTRY, shared(countries, i));
            put(address, SdeField.REGION, shared(regions, i));
            if (!address.isEmpty()) {
                contact.put("address", address);
            }
            contacts.add(contact);
        }
        return contacts;
    }

    private List<Object> upTo(int contacts, SdeField part) {
        var all = each(part);
        if (all.size() > contacts) {
            problems.report(part, "there are more values than contacts, the rest is left out");
        }
        return all;
    }

    /** Converts every value once; one that is blank or doesn't convert keeps its place as null. */
    private List<Object> each(SdeField part) {
        return values.apply(part).stream().map(text -> convert.apply(part, text)).toList();
    }

    private static Object shared(List<Object> values, int i) {
        return values.size() == 1 ? values.get(0) : at(values, i);
    }

    private static Object at(List<Object> values, int i) {
        return i < values.size() ? values.get(i) : null;
    }

    private static void put(Map<String, Object> target, SdeField part, Object json) {
        if (json != null) {
            target.put(part.jsonName(), json);
        }
    }
}
