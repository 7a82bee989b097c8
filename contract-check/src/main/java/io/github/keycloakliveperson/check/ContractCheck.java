package io.github.keycloakliveperson.check;

import io.github.keycloakliveperson.check.browser.FormSignIn;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.PersonSignIn;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.clause.ContractRun;
import io.github.keycloakliveperson.check.provider.Discovery;
import io.github.keycloakliveperson.check.provider.Flow;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.report.Report;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.window.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The contract check as a command. */
@Command(
        name = "liveperson-check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = CheckVersion.class,
        description = {
            "Plays LivePerson's side against an OpenID provider and says, clause by clause, what"
                    + " LivePerson would accept.",
            "",
            "Exit codes: 0 nothing failed, 1 something failed, 2 nothing could be checked."
        })
public final class ContractCheck implements Callable<Integer> {
    private static final Duration PERSONS_PATIENCE = Duration.ofMinutes(2);

    @Spec private CommandSpec spec;
    @Mixin private TargetOptions target;
    @Mixin private ConsumerOptions consumer;
    @Mixin private OutputOptions output;

    @Option(
            names = "--clauses",
            split = ",",
            description = "Checks only these clauses, for example L25,L28.")
    private Set<Clause> clauses = EnumSet.allOf(Clause.class);

    /** Runs the check and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, which reports problems in a sentence instead of a stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new ContractCheck())
                .registerConverter(Flow.class, word -> Words.find(Flow.values(), word))
                .registerConverter(Dialect.class, word -> Words.find(Dialect.values(), word))
                .setExecutionExceptionHandler(
                        (trouble, command, parsed) -> {
                            command.getErr().println(trouble.getMessage());
                            return CommandLine.ExitCode.USAGE;
                        });
    }

    @Override
    public Integer call() throws IOException {
        var http = new Http();
        var redaction = new Redaction();
        var credentials = consumer.credentials();
        credentials.ifPresent(known -> redaction.remember(known.password()));
        var targets = target.targets(issuer -> Discovery.of(issuer, http));
        var report =
                credentials.isPresent()
                        ? run(targets, new FormSignIn(http, credentials.get()), http, redaction)
                        : withPerson(targets, http, redaction);
        output.write(report, spec.commandLine().getOut());
        return report.exitCode();
    }

    private Report withPerson(List<Target> targets, Http http, Redaction redaction) {
        try (var person =
                new PersonSignIn(
                        consumer.port,
                        PERSONS_PATIENCE,
                        http,
                        spec.commandLine().getErr()::println)) {
            return run(targets, person, http, redaction);
        }
    }

    private Report run(List<Target> targets, SignIn signIn, Http http, Redaction redaction) {
        var run = new ContractRun(http, redaction);
        var sections = targets.stream().map(each -> run.on(each, signIn, clauses)).toList();
        return new Report(targets.get(0).connector().jwtIssuer(), sections);
    }
}
