import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Connects once, says what its statement_timeout is or how a statement of its own ended, and stays: java Connects.java
 * JDBC-URL [STATEMENT]. It ends with its standard input. Where it cannot connect it says why and exits 1.
 */
class Connects {
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      System.out.println(answer(connection, arguments.length > 1 ? arguments[1] : "SHOW statement_timeout"));
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static String answer(Connection connection, String sql) {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException error) {
      return error.getSQLState();
    }
  }
}
