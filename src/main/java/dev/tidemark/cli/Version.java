package dev.tidemark.cli;

import picocli.CommandLine;

/** Says which Tidemark this is, and which Java runs it. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "tidemark " + (version == null ? "of a development build" : version) + " (Java "
                    + Runtime.version().feature() + ")"
        };
    }
}
