package dev.tidemark.config;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.exceptions.CJException;
import dev.tidemark.failure.TidemarkException;
import java.util.Properties;
import java.util.regex.Pattern;

/** Checks the URL of the source. It may hold a password by mistake, so messages show it masked. */
final class SourceUrls {
    private static final String PREFIX = "jdbc:mysql://";
    private static final Pattern SCHEMA = Pattern.compile("jdbc:mysql://[^/?#]+/([^/?#]+).*");
    private static final Pattern CREDENTIALS =
            Pattern.compile(
                    "jdbc:mysql://[^/?#]*@.*|.*[?&(,](user|username|password[0-9]?)=.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_PARAMETERS =
            Pattern.compile("(?i)(?<=[?&]\\w{0,60}password[0-9]?=)[^&]*");
    private static final Pattern SECRETS = Pattern.compile(
            "(?i)(?<=//).*(?=@)|(?<=password[0-9]?=)(?!" + Pattern.quote(Secret.MASK) + "(?:&|$))[^&),]*");

    private static final Pattern TLS =
            Pattern.compile("(?i)[?&(,](sslMode|useSSL|requireSSL|verifyServerCertificate)=");

    private SourceUrls() {}

    static String checked(Given given) {
        String url = given.text().strip();
        if (CREDENTIALS.matcher(url).matches()) {
            throw TidemarkException.usage(
                    "The source URL (" + given.place() + ") holds a user name or a password",
                    "leave them out and give TIDEMARK_SOURCE_USERNAME and TIDEMARK_SOURCE_PASSWORD,"
                            + " or a password file");
        }
        String shown = "\"" + shown(url) + "\" (" + given.place() + ")";
        if (!url.startsWith(PREFIX)) {
            throw TidemarkException.usage(
                    "Not a JDBC URL of MySQL: " + shown,
                    "write jdbc:mysql://HOST:3306/sakila; a MariaDB server takes the same form");
        }
        if (!SCHEMA.matcher(url).matches()) {
            throw TidemarkException.usage(
                    "The source URL names no schema: " + shown, "write jdbc:mysql://HOST:3306/SCHEMA");
        }
        requireHosts(url, shown);
        return url;
    }

    /** The URL for people, with its passwords masked, such as those of key stores. */
    static String shown(String url) {
        // Parameters first: the @ in the password of a parameter must not pass for the one before a host.
        String masked = SECRET_PARAMETERS.matcher(url).replaceAll(Secret.MASK);
        return SECRETS.matcher(masked).replaceAll(Secret.MASK);
    }

    /** Whether a parameter of the URL says how the connection is encrypted. */
    static boolean hasTls(Given url) {
        return TLS.matcher(url.text()).find();
    }

    // The driver parses the hosts: names, addresses, several of them.
    private static void requireHosts(String url, String shown) {
        boolean right;
        try {
            right = ConnectionUrl.getConnectionUrlInstance(url, new Properties()).getHostsList().stream()
                    .allMatch(host -> host.getPort() > 0 && host.getPort() < 65_536);
        } catch (CJException notUnderstood) {
            right = false;
        }
        if (!right) {
            throw TidemarkException.usage(
                    "The source URL names no valid host and port: " + shown,
                    "write jdbc:mysql://HOST:3306/sakila");
        }
    }
}
