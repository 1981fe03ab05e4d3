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
  host     = aws_db_instance.orders.address
  username = "admin"
}

# No idle_timeout: the default of 60 s applies.
resource "aws_lb" "public" {
  name = "public"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_lb_target_group" "api" {
  name                 = "api"
  port                 = 8080
  protocol             = "HTTP"
  target_type          = "ip"
  deregistration_delay = 120
}

resource "aws_ecs_service" "api" {
  name          = "api"
  desired_count = 2
  launch_type   = "FARGATE"
  load_balancer {
    container_name   = "api"
    container_port   = 8080
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_db_proxy" "orders" {
  name          = "orders"
  engine_family = "POSTGRESQL"
  require_tls   = true
  role_arn      = aws_iam_role.proxy.arn
  auth {
    iam_auth   = "DISABLED"
    secret_arn = aws_secretsmanager_secret.orders.arn
  }
}

resource "aws_db_proxy_default_target_group" "orders" {
  db_proxy_name = aws_db_proxy.orders.name
  connection_pool_config {
    connection_borrow_timeout    = 20
    max_connections_percent      = 80
    max_idle_connections_percent = 40
  }
}

resource "aws_db_proxy_target" "orders" {
  db_proxy_name          = aws_db_proxy.orders.name
  target_group_name      = aws_db_proxy_default_target_group.orders.name
  db_instance_identifier = aws_db_instance.orders.identifier
}

resource "aws_db_parameter_group" "orders-pg16" {
  name   = "orders-pg16"
  family = "postgres16"
  parameter {
    name  = "idle_in_transaction_session_timeout"
    value = "60000"
  }
  parameter {
    name  = "client_connection_check_interval"
    value = "10000"
  }
}

resource "aws_db_instance" "orders" {
  identifier           = "orders"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.orders-pg16.name
}

resource "postgresql_role" "checkout" {
  name              = "checkout"
  login             = true
  statement_timeout = 45000
}

resource "postgresql_role" "catalog" {
  name              = "catalog"
  login             = true
  statement_timeout = 15000
}
