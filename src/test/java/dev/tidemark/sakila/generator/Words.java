package dev.tidemark.sakila.generator;

import java.util.List;

/** Invented vocabulary, with accents, other scripts and characters outside the basic plane. */
public final class Words {
    public static final List<String> FIRST_NAMES = List.of(
            "Zoë", "Łukasz", "Ngozi", "Søren", "Inés", "Tomáš", "Aaliyah", "Bram", "Chiara", "Dmitri", "Eilidh",
            "Farid", "Greta", "Hiro", "Imani", "Jürgen", "Kwame", "Lena", "Mateo", "Noor", "Ottilie", "Priya",
            "Quentin", "Rosa", "Siobhán", "Tariq", "Ursula", "Viggo", "Wanda", "Xavier", "Yuki", "Анна");
    public static final List<String> LAST_NAMES = List.of(
            "𠮷田", "Ødegård", "O'Malley", "D'Angelo", "Núñez", "Kowalczyk", "Yılmaz", "Björk", "Okonkwo", "Fairweather",
            "Grünwald", "Halloran", "Ivanov", "Jansen", "Kettle", "Lindqvist", "Marsh", "Nakamura", "Oliveira",
            "Pemberton", "Quist", "Rahman", "Sandoval", "Thorne", "Umarov", "Vasquez", "Whitlock", "Ximenes", "Yardley",
            "Zeller", "van der Berg", "王");
    public static final List<String> ADJECTIVES = List.of(
            "Amber", "Borrowed", "Crooked", "Distant", "Electric", "Forgotten", "Gilded", "Hollow", "Invisible",
            "Jagged", "Kindred", "Lonesome", "Midnight", "Naïve", "Offbeat", "Paper", "Quiet", "Restless", "Scarlet",
            "Tidal", "Unwritten", "Velvet", "Wandering", "Yellow", "Zigzag", "Brave", "Clockwork", "Drowned", "Endless",
            "Frozen", "Été", "Señor");
    public static final List<String> NOUNS = List.of(
            "Archipelago", "Ballad", "Café", "Detour", "Equation", "Ferry", "Garden", "Harbour", "Island", "Jukebox",
            "Kingdom", "Lighthouse", "Museum", "Notebook", "Orchard", "Postcard", "Quarrel", "Railway", "Submarine",
            "Telegram", "Umbrella", "Voyage", "Weathervane", "Xylophone", "Yacht", "Zeppelin", "Avalanche", "Bakery",
            "Carousel", "Déjà-Vu", "Expedition", "Fjord");
    public static final List<String> PLACE_STARTS = List.of(
            "Ål", "Bren", "Caro", "Dun", "Esk", "Fal", "Grön", "Hest", "Iv", "Jor", "Kal", "Lun", "Mar", "Nor", "Ost",
            "Pen", "Quil", "Ros", "São ", "Tor", "Ulm", "Vel", "Wes", "Yor", "Zar");
    public static final List<String> CITY_ENDINGS = List.of(
            "borg", "caster", "dale", "ford", "gård", "ham", "inho", "kirk", "löv", "minster", "náv", "ovo", "polis",
            "quay", "rovec", "stadt", "tón", "ugla", "vik", "wick", "yard", "zell", "mouth", "haven");
    public static final List<String> COUNTRY_ENDINGS = List.of("ia", "land", "mark", "stan", "or");
    public static final List<String> STREETS = List.of(
            "Harbour Road", "Mill Lane", "Rue de l'Été", "Straße am Meer", "Long Walk", "Plaza Mayor", "Ferry Street",
            "Tidal Way", "Lamp Court", "Orchard Rise");
    public static final List<String> DISTRICTS = List.of("North", "South", "East", "West", "Überland", "Costa", "Highlands");
    public static final List<String> CATEGORIES = List.of(
            "Adventure", "Biography", "Crime", "Fantasy", "History", "Musical", "Mystery", "Nature", "Noir", "Romance",
            "Satire", "Silent", "Thriller", "War", "Western", "Workshop");
    public static final List<String> LANGUAGES = List.of("English", "Português", "Svenska", "한국어", "Türkçe", "Yorùbá");

    private Words() {}

    /** The words of a list one by one, counted from 1, and again with a numeral when it is exhausted. */
    public static String numbered(List<String> words, int number) {
        return repeated(words.get((number - 1) % words.size()), (number - 1) / words.size());
    }

    /** Two words joined, each pair once, in an order given by the start, before pairs come again with a numeral. */
    public static String joined(List<String> firsts, String glue, List<String> seconds, long start, int number) {
        int pairs = firsts.size() * seconds.size();
        int pair = Walk.over(pairs, start).at(number - 1L);
        String joined = firsts.get(pair / seconds.size()) + glue + seconds.get(pair % seconds.size());
        return repeated(joined, (number - 1) / pairs);
    }

    private static String repeated(String text, int times) {
        return times == 0 ? text : text + " " + (times + 1);
    }
}
