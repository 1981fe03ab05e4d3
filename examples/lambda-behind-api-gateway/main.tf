terraform {
  required_providers {
    aws        = { source = "hashicorp/aws" }
    postgresql = { source = "cyrilgdn/postgresql" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "postgresql" {
  host     = aws_db_instance.shop.address
  username = "admin"
}

resource "aws_api_gateway_rest_api" "public" {
  name = "public"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "search" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  parent_id   = aws_api_gateway_rest_api.public.root_resource_id
  path_part   = "search"
}

# No timeout_milliseconds: 29 s.
resource "aws_api_gateway_integration" "search" {
  rest_api_id             = aws_api_gateway_rest_api.public.id
  resource_id             = aws_api_gateway_resource.search.id
  http_method             = "POST"
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.search.invoke_arn
}

# RDS Proxy refuses `options`, and node-postgres gives up after `query_timeout` (milliseconds).
resource "aws_lambda_function" "search" {
  function_name = "search"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "search.zip"
  role          = aws_iam_role.search.arn
  timeout       = 30
  environment {
    variables = {
      DATABASE_URL = "postgres://search_app:not-a-real-password@shop.proxy-c1x2y3z4.eu-central-1.rds.amazonaws.com:5432/shop?options=-c%20statement_timeout%3D25s&query_timeout=15000"
    }
  }
}

resource "aws_db_proxy" "shop" {
  name           = "shop"
  engine_family  = "POSTGRESQL"
  require_tls    = true
  role_arn       = aws_iam_role.proxy.arn
  vpc_subnet_ids = aws_subnet.private[*].id
  auth {
    iam_auth   = "DISABLED"
    secret_arn = aws_secretsmanager_secret.search_app.arn
  }
}

resource "aws_db_proxy_default_target_group" "shop" {
  db_proxy_name = aws_db_proxy.shop.name
  connection_pool_config {
    connection_borrow_timeout    = 5
    max_connections_percent      = 80
    max_idle_connections_percent = 40
  }
}

resource "aws_db_proxy_target" "shop" {
  db_proxy_name          = aws_db_proxy.shop.name
  target_group_name      = aws_db_proxy_default_target_group.shop.name
  db_instance_identifier = aws_db_instance.shop.identifier
}

resource "aws_db_parameter_group" "shop-pg16" {
  name   = "shop-pg16"
  family = "postgres16"
  parameter {
    name  = "idle_in_transaction_session_timeout"
    value = "60000"
  }
}

resource "aws_db_instance" "shop" {
  identifier           = "shop"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.shop-pg16.name
}

resource "postgresql_role" "search_app" {
  name  = "search_app"
  login = true
}
