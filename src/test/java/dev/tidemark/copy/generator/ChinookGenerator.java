package dev.tidemark.copy.generator;

import static dev.tidemark.sakila.generator.TableRows.row;

import dev.tidemark.sakila.generator.RowRandom;
import dev.tidemark.sakila.generator.TableRows;
import dev.tidemark.sakila.generator.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Writes SQLite files with the tables of Chinook, a store of digital music: declared types as there, money stored as
 * floating-point numbers, composers that are not known, names of playlists that repeat, no time of change anywhere.
 *
 * @param seed files of the same seed and size have the same rows
 * @param rows the number of rows of all tables together, approximately; in the proportions of the genuine database
 */
public record ChinookGenerator(long seed, int rows) {
    private static final int LEAST = 200;
    private static final int MEDIA_TYPES = 5;
    private static final int GENRES = 25;
    private static final int LINES_AN_INVOICE = 5;
    private static final int TRACKS_AN_ALBUM = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final List<String> PLAYLISTS = List.of("Music", "Movies", "TV Shows", "Audiobooks", "90’s Music");
    private static final List<String> TITLES =
            List.of("General Manager", "Sales Manager", "Sales Support Agent", "IT Manager", "IT Staff");

    public ChinookGenerator {
        if (rows < LEAST) {
            throw new IllegalArgumentException("At least " + LEAST + " rows are needed, not " + rows);
        }
    }

    /** Writes the file, which must not exist. */
    public void write(Path path) {
        GeneratedFile.write(path, "/copy/chinook.sql", tables());
    }

    private List<TableRows> tables() {
        return List.of(
                new TableRows("Artist", "ArtistId, Name", artists(), this::artist),
                new TableRows("Album", "AlbumId, Title, ArtistId", albums(), this::album),
                new TableRows("MediaType", "MediaTypeId, Name", MEDIA_TYPES, n -> row(n, "Audio format " + n)),
                new TableRows("Genre", "GenreId, Name", GENRES, n -> row(n, Words.numbered(Words.CATEGORIES, n))),
                new TableRows(
                        "Track",
                        "TrackId, Name, AlbumId, MediaTypeId, GenreId, Composer, Milliseconds, Bytes, UnitPrice",
                        tracks(),
                        this::track),
                new TableRows("Playlist", "PlaylistId, Name", playlists(), this::playlist),
                new TableRows(
                        "PlaylistTrack", "PlaylistId, TrackId", playlists() * tracksAPlaylist(), this::playlistTrack),
                new TableRows(
                        "Employee",
                        "EmployeeId, LastName, FirstName, Title, ReportsTo, BirthDate, HireDate, Address, City, State,"
                                + " Country, PostalCode, Phone, Fax, Email",
                        employees(),
                        this::employee),
                new TableRows(
                        "Customer",
                        "CustomerId, FirstName, LastName, Company, Address, City, State, Country, PostalCode, Phone, Fax,"
                                + " Email, SupportRepId",
                        customers(),
                        this::customer),
                new TableRows(
                        "Invoice",
                        "InvoiceId, CustomerId, InvoiceDate, BillingAddress, BillingCity, BillingState, BillingCountry,"
                                + " BillingPostalCode, Total",
                        invoices(),
                        this::invoice),
                new TableRows(
                        "InvoiceLine",
                        "InvoiceLineId, InvoiceId, TrackId, UnitPrice, Quantity",
                        invoices() * LINES_AN_INVOICE,
                        this::invoiceLine));
    }

    private int artists() {
        return part(18);
    }

    private int albums() {
        return tracks() / TRACKS_AN_ALBUM;
    }

    private int tracks() {
        return part(225);
    }

    private int playlists() {
        return 5 + rows / 3_000;
    }

    private int tracksAPlaylist() {
        return Math.min(tracks(), part(558) / playlists());
    }

    private int employees() {
        return 8 + rows / 50_000;
    }

    private int customers() {
        return part(5);
    }

    private int invoices() {
        return part(27);
    }

    private int part(int thousandths) {
        return Math.max(1, (int) ((long) rows * thousandths / 1_000));
    }

    private Object[] artist(int number) {
        return row(number, number % 50 == 0 ? null : Words.joined(Words.ADJECTIVES, " ", Words.NOUNS, seed, number));
    }

    private Object[] album(int number) {
        RowRandom random = new RowRandom(seed, "Album", number);
        return row(number, random.oneOf(Words.ADJECTIVES) + " " + random.oneOf(Words.NOUNS), 1 + random.below(artists()));
    }

    private Object[] track(int number) {
        RowRandom random = new RowRandom(seed, "Track", number);
        String composer = random.onceIn(4) ? null : name(random) + (random.onceIn(3) ? ", " + name(random) : "");
        return row(
                number,
                Words.joined(Words.NOUNS, " of the ", Words.NOUNS, seed, number),
                random.onceIn(1_000) ? null : 1 + (number - 1) / TRACKS_AN_ALBUM % albums(),
                1 + random.below(MEDIA_TYPES),
                random.onceIn(200) ? null : 1 + random.below(GENRES),
                composer,
                random.between(1_000, 600_000),
                random.onceIn(100) ? null : random.between(10_000, 1_000_000_000),
                cents(number) / 100.0);
    }

    private int cents(int track) {
        return new RowRandom(seed, "UnitPrice", track).onceIn(16) ? 199 : 99;
    }

    private Object[] playlist(int number) {
        return row(number, PLAYLISTS.get((number - 1) % PLAYLISTS.size()));
    }

    private Object[] playlistTrack(int number) {
        int playlist = 1 + (number - 1) / tracksAPlaylist();
        int first = new RowRandom(seed, "PlaylistTrack", playlist).below(tracks());
        return row(playlist, 1 + (first + (number - 1) % tracksAPlaylist()) % tracks());
    }

    private Object[] employee(int number) {
        RowRandom random = new RowRandom(seed, "Employee", number);
        return row(
                number,
                random.oneOf(Words.LAST_NAMES),
                random.oneOf(Words.FIRST_NAMES),
                number == 1 ? TITLES.getFirst() : random.oneOf(TITLES),
                number == 1 ? null : 1 + random.below(number - 1),
                midnight(LocalDate.of(1960, 1, 1).plusDays(random.below(12_000))),
                midnight(LocalDate.of(2000, 1, 1).plusDays(random.below(7_000))),
                address(random),
                city(random),
                random.onceIn(3) ? null : random.oneOf(Words.DISTRICTS),
                country(random),
                postalCode(random),
                phone(random),
                phone(random),
                "employee" + number + "@chinook.example");
    }

    private Object[] customer(int number) {
        RowRandom random = new RowRandom(seed, "Customer", number);
        return row(
                number,
                random.oneOf(Words.FIRST_NAMES),
                random.oneOf(Words.LAST_NAMES),
                random.onceIn(6) ? random.oneOf(Words.NOUNS) + " Ltd." : null,
                address(random),
                city(random),
                random.onceIn(2) ? null : random.oneOf(Words.DISTRICTS),
                country(random),
                random.onceIn(15) ? null : postalCode(random),
                random.onceIn(50) ? null : phone(random),
                random.onceIn(5) ? phone(random) : null,
                "customer" + number + "@mail.example",
                1 + random.below(employees()));
    }

    private Object[] invoice(int number) {
        RowRandom random = new RowRandom(seed, "Invoice", number);
        int customer = 1 + random.below(customers());
        Object[] buyer = customer(customer);
        int cents = 0;
        for (int line = 1; line <= LINES_AN_INVOICE; line++) {
            cents += cents(trackOf((number - 1) * LINES_AN_INVOICE + line));
        }
        int day = (int) ((long) (number - 1) * 1_800 / invoices());
        return row(
                number, customer, midnight(FIRST_DAY.plusDays(day)), buyer[4], buyer[5], buyer[6], buyer[7], buyer[8],
                cents / 100.0);
    }

    private Object[] invoiceLine(int number) {
        int track = trackOf(number);
        return row(number, 1 + (number - 1) / LINES_AN_INVOICE, track, cents(track) / 100.0, 1);
    }

    private int trackOf(int line) {
        return 1 + new RowRandom(seed, "InvoiceLine", line).below(tracks());
    }

    private static String name(RowRandom random) {
        return random.oneOf(Words.FIRST_NAMES) + " " + random.oneOf(Words.LAST_NAMES);
    }

    private static String address(RowRandom random) {
        return random.between(1, 999) + " " + random.oneOf(Words.STREETS);
    }

    private static String city(RowRandom random) {
        return random.oneOf(Words.PLACE_STARTS) + random.oneOf(Words.CITY_ENDINGS);
    }

    private static String country(RowRandom random) {
        return random.oneOf(Words.PLACE_STARTS) + random.oneOf(Words.COUNTRY_ENDINGS);
    }

    private static String postalCode(RowRandom random) {
        return Integer.toString(random.between(10_000, 99_999));
    }

    private static String phone(RowRandom random) {
        return "+" + random.between(1, 99) + " (" + random.between(100, 999) + ") " + random.between(100, 999) + "-"
                + random.between(1_000, 9_999);
    }

    private static String midnight(LocalDate day) {
        return day + " " + LocalTime.MIDNIGHT + ":00";
    }
}
