package dev.tidemark.cli;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.config.ServerEnd;
import dev.tidemark.config.Setting;
import dev.tidemark.failure.TidemarkException;
import java.util.Map;

/** The password of a server that the user types on the terminal. */
public final class AskedPassword {
    private AskedPassword() {}

    /** Asks for the password of {@code end}, and adds it to the settings that were given, unless it is among them. */
    public static void addTo(Map<Setting, String> given, ServerEnd end, Console console) {
        if (given.containsKey(end.passwordFile())) {
            throw TidemarkException.usage(
                    "Both --ask-password and " + end.passwordFile().flag().orElseThrow()
                            + " say where the password comes from",
                    "give one of them");
        }
        given.computeIfAbsent(end.password(), password -> console.terminal().password().get()
                .orElseThrow(() -> TidemarkException.usage(
                        "There is no terminal to ask for the password on (--ask-password)",
                        "a password file or " + password.variable())));
    }
}
