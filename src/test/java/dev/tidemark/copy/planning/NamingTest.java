package dev.tidemark.copy.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.config.CopySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the target are made from those of the source. */
class NamingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InvoiceLine        | invoice_line
            BillingPostalCode  | billing_postal_code
            URLPath            | url_path
            SQLite3DB          | sq_lite3_db
            MD5Hash            | md5_hash
            CustomerID         | customer_id
            CustomerIDs        | customer_ids
            IDs                | ids
            IsUser             | is_user
            name               | name
            NAME               | name
            pr_approvals       | pr_approvals
            _id                | _id
            a__b               | a__b
            Order_Details      | order_details
            Order Details      | order_details
            order-details      | order_details
            Unit Price ($)     | unit_price_
            'x"; DROP TABLE y' | x_drop_table_y
            StraßeÜber         | straße_über
            電話番号            | 電話番号
            """)
    void inSnakeCaseWordsArePartedByUnderscores(String source, String expected) {
        assertEquals(expected, Naming.of(CopySettings.Names.SNAKE_CASE, source));
        assertEquals(expected, Naming.of(CopySettings.Names.SNAKE_CASE, expected));
        assertEquals(source, Naming.of(CopySettings.Names.SAME, source));
    }
}
