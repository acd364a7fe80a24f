package dev.tidemark.config;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.exceptions.CJException;
import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Checks the URL of a database server. It may hold a password by mistake, so messages show it masked. */
public final class ServerUrls {
    private static final Pattern DATABASE = Pattern.compile("jdbc:\\w+://[^/?#]+/[^/?#]+.*");
    // Before a host, in what should be the name of the database, or among the parameters.
    private static final Pattern CREDENTIALS = Pattern.compile(
            "jdbc:\\w+://[^?#]*@.*|jdbc:\\w+://[^?#()]*password[0-9]?=.*"
                    + "|.*[?&(,;\\s](user|username|password[0-9]?)=.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_PARAMETERS =
            Pattern.compile("(?i)(?<=[?&;]\\w{0,60}password[0-9]?=)[^&;]*");
    private static final Pattern SECRETS = Pattern.compile(
            "(?i)(?<=//).*(?=@)|(?<=password[0-9]?=)(?!" + Pattern.quote(Secret.MASK) + "(?:&|$))[^&),]*");

    private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Pattern TLS = Pattern.compile(
            "(?i)[?&(,](ssl|sslMode|useSSL|requireSSL|verifyServerCertificate|trustServerCertificate)(?=[=&]|$)");

    private ServerUrls() {}

    /** The URL of this end; one that is wrong or holds credentials is a usage failure. */
    static String checked(Given given, ServerEnd end) {
        String url = given.text().strip();
        if (CREDENTIALS.matcher(url).matches()) {
            throw TidemarkException.usage(
                    "The " + end.word() + " URL (" + given.place() + ") holds a user name or a password",
                    "leave them out and give " + end.username().variable() + " and " + end.password().variable()
                            + ", or a password file");
        }
        String shown = "\"" + shown(url) + "\" (" + given.place() + ")";
        switch (end) {
            case SOURCE -> requireMysql(url, shown);
            case TARGET -> requireKnown(url, shown);
        }
        requireDatabase(url, shown, end);
        return url;
    }

    /** Whether this URL is one of PostgreSQL. */
    static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql://");
    }

    /** The URL for people, with its passwords masked, such as those of key stores. */
    public static String shown(String url) {
        // Parameters first: the @ in the password of a parameter must not pass for the one before a host.
        String masked = SECRET_PARAMETERS.matcher(url).replaceAll(Secret.MASK);
        return SECRETS.matcher(masked).replaceAll(Secret.MASK);
    }

    /** Whether a parameter of the URL says how the connection is encrypted. */
    static boolean hasTls(Given url) {
        return TLS.matcher(url.text()).find();
    }

    private static void requireMysql(String url, String shown) {
        if (!url.startsWith("jdbc:mysql://")) {
            throw TidemarkException.usage(
                    "Not a JDBC URL of MySQL: " + shown,
                    "write jdbc:mysql://HOST:3306/sakila; a MariaDB server takes the same form");
        }
    }

    private static void requireKnown(String url, String shown) {
        if (!isPostgresql(url) && !url.startsWith("jdbc:mysql://") && !url.startsWith("jdbc:mariadb://")) {
            throw TidemarkException.usage(
                    "Not a JDBC URL of PostgreSQL, MySQL or MariaDB: " + shown,
                    "write jdbc:postgresql://HOST:5432/DATABASE, jdbc:mysql://HOST:3306/DATABASE"
                            + " or jdbc:mariadb://HOST:3306/DATABASE");
        }
    }

    private static void requireDatabase(String url, String shown, ServerEnd end) {
        String example = "write " + url.substring(0, url.indexOf("//")) + "//HOST:"
                + (isPostgresql(url) ? "5432" : "3306") + "/DATABASE";
        if (!DATABASE.matcher(url).matches()) {
            throw TidemarkException.usage("The " + end.word() + " URL names no database: " + shown, example);
        }
        if (MALFORMED_ESCAPE.matcher(url).find()) {
            throw TidemarkException.usage(
                    "The " + end.word() + " URL has a percent sign that two hexadecimal digits do not follow: " + shown,
                    "write %25 for a percent sign");
        }
        String address = url.replaceFirst("[?#].*$", "");
        if (problemOfTheDriver(address).isPresent()) {
            throw TidemarkException.usage("The " + end.word() + " URL names no valid host and port: " + shown, example);
        }
        // The driver of PostgreSQL has parameters of its own.
        Optional<String> problem = isPostgresql(url) ? Optional.empty() : problemOfTheDriver(url);
        if (problem.isPresent()) {
            throw TidemarkException.usage(
                    "The " + end.word() + " URL has a parameter that the driver refuses: " + shown + ": "
                            + shown(problem.get()),
                    "correct the parameter, or leave it out");
        }
    }

    // Connector/J parses the hosts: names, addresses, several of them. The other drivers take the same forms.
    private static Optional<String> problemOfTheDriver(String url) {
        try {
            String mysql = url.replaceFirst("^jdbc:\\w+:", "jdbc:mysql:");
            return ConnectionUrl.getConnectionUrlInstance(mysql, new Properties()).getHostsList().stream()
                    .filter(host -> host.getPort() <= 0 || host.getPort() > 65_535)
                    .findFirst()
                    .map(host -> "port " + host.getPort());
        } catch (CJException notUnderstood) {
            return Optional.of(Causes.firstLine(notUnderstood));
        }
    }
}
