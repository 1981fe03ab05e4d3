// Connects once, says what its statement_timeout is, and stays: connects pgx|lib-pq CONNECTION-STRING
//
// It ends with its standard input. Where it cannot connect it says why and exits 1.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"

	"github.com/jackc/pgx/v5"
	_ "github.com/lib/pq"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(driver, text string) error {
	if driver == "pgx" {
		return withPgx(text)
	}
	return withLibPq(text)
}

func withPgx(text string) error {
	ctx := context.Background()
	connection, err := pgx.Connect(ctx, text)
	if err != nil {
		return err
	}
	defer connection.Close(ctx)
	var value string
	if err := connection.QueryRow(ctx, "SHOW statement_timeout").Scan(&value); err != nil {
		return err
	}
	return stay(value)
}

func withLibPq(text string) error {
	database, err := sql.Open("postgres", text)
	if err != nil {
		return err
	}
	defer database.Close()
	var value string
	if err := database.QueryRow("SHOW statement_timeout").Scan(&value); err != nil {
		return err
	}
	return stay(value)
}

func stay(value string) error {
	fmt.Println(value)
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}
